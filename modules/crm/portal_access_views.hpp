#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/crm/client.hpp"

#include <string>
#include <vector>

namespace crm
{

/// A contact without account: the form filled with him.
struct ContactChoice {
    std::string name;
    html::Url to = html::Url::local("/");
    bool is_chosen = false;
};
struct PortalAccessView {
    std::string client_name;
    html::Url action = html::Url::local("/");
    html::Url back = html::Url::local("/");
    html::Html guard;
    guard::FormView fields;
    std::vector<ContactChoice> contacts;
    std::string contact; ///< id of the chosen one; may be empty
};
html::Html portal_access_form(const PortalAccessView& view);

} // namespace crm
