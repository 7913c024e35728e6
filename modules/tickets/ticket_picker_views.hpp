#pragma once

#include "modules/tickets/thread_views.hpp"
#include "modules/tickets/ticket_search_store.hpp"

#include <functional>
#include <string>
#include <vector>

/// Choosing another ticket: found by its number or its words while typing, or without JavaScript by
/// sending what was typed.
namespace tickets
{

struct PickerView {
    html::Url page; ///< asked again with « q »
    std::string typed;
    std::vector<TicketHit> found;
    const Reading& reading;
    /// What stands beside a ticket found: a button that sends the form around, or a link.
    std::function<html::Html(const TicketHit&)> choice;
    bool has_focus = true;
    std::string kept{}; ///< of the query, sent with « q » as « 1 »; empty = nothing
};
/// The field; outside of the form the results are in.
html::Html picker_search(const PickerView& view);
/// What was found; sent alone while typing.
html::Html picker_results(const PickerView& view);

} // namespace tickets
