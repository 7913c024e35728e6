#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/checklist.hpp"
#include "modules/tickets/ticket_views.hpp"

#include <string>
#include <vector>

namespace tickets
{

/// Above the thread: what is to do, each line ticked by a press. Nothing without checklists.
html::Html checklist_cards(const TicketPageView& view);

struct NewChecklistView {
    const Ticket& ticket;
    html::Url action;
    html::Url back;
    guard::FormView fields;
    std::vector<ChecklistTemplate> templates;
    std::string refused; ///< empty = nothing
    html::Html guard;
};
html::Html new_checklist_form(const NewChecklistView& view);

html::Html checklist_template_list(std::string_view slug,
                                   const std::vector<ChecklistTemplate>& templates);
struct ChecklistTemplateView {
    html::Url action;
    html::Url back;
    guard::FormView fields;
    ChecklistTemplate written; ///< without an id: a new one
    std::string refused;
    html::Html guard;
};
html::Html checklist_template_form(const ChecklistTemplateView& view);

} // namespace tickets
