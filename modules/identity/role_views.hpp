#pragma once

#include "kernel/html/html.hpp"
#include "kernel/presets/preset.hpp"

#include <string>
#include <vector>

namespace identity
{

/// The value of one permission for one role; a configurable one has a button to switch it.
struct RightCell {
    std::string role;
    presets::Grant value = presets::Grant::none;
    bool is_configurable = false;
    bool may_switch = false;
};
struct RightRow {
    std::string permission;
    std::string label;
    std::vector<RightCell> cells;
};
struct PolicyLine {
    std::string role;
    std::string title;
    presets::TwoFactor policy = presets::TwoFactor::optional;
};
struct RolesView {
    std::vector<std::string> titles;
    std::vector<RightRow> rows;
    std::vector<PolicyLine> policies;
    html::Html guard;
    html::Url switch_right = html::Url::local("/");
    html::Url set_policy = html::Url::local("/");
    bool may_manage = false;
};
html::Html roles_view(const RolesView& view);

} // namespace identity
