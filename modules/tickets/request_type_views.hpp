#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/attachment_views.hpp"

#include <string>
#include <vector>

namespace tickets
{

struct TypedRequestView {
    std::string slug;
    std::string business;
    guard::FormView fields;
    std::vector<ui::Choice> types;
    std::vector<ui::Choice> projects;
    HeldFiles held;
    html::Html guard;
};
html::Html typed_request(const TypedRequestView& view);

} // namespace tickets
