#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/crm/portal_colleague_actions.hpp"

namespace crm
{

struct ColleaguesView {
    Colleagues colleagues;
    html::Url action;
    html::Url requests; ///< of the whole client
    html::Html guard;
    guard::FormView fields;
};
html::Html colleagues_page(const ColleaguesView& view);
/// The way there, from « Mes informations ».
html::Html colleagues_link(const html::Url& to);

} // namespace crm
