#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace crm
{

struct ChangeLine {
    std::string field;  ///< its label
    std::string before; ///< what the record says now
    std::string after;
    std::string asked; ///< « Malo Kervella, le 21 novembre »
    std::string since; ///< what the record said when it was asked, if that changed; or empty
    html::Url action;  ///< its page, and where the answer goes
};
struct ChangesView {
    std::string client_name;
    std::string version;
    html::Html guard;
    std::vector<ChangeLine> lines;
};
html::Html changes_card(const ChangesView& view);
/// The page of the only line.
html::Html change_body(const ChangesView& view, const guard::FormView& fields);

struct PortalFieldsView {
    html::Url action;
    html::Html guard;
    guard::FormView fields;
};
html::Html portal_fields_body(const PortalFieldsView& view);

} // namespace crm
