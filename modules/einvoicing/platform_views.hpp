#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/einvoicing/platform.hpp"
#include "modules/einvoicing/transmission.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace einvoicing
{

struct PlatformView {
    const Platform& platform;
    guard::FormView fields;
    std::string asked; ///< « il y a 6 min »; empty = never
    html::Url page;    ///< its actions below
    html::Html guard;
    std::vector<Status> aside; ///< messages about no invoice of ours
    std::string_view zone;
};
html::Html platform_page(const PlatformView& view);

} // namespace einvoicing
