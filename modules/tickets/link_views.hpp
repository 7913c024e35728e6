#pragma once

#include "modules/tickets/link.hpp"
#include "modules/tickets/ticket_picker_views.hpp"
#include "modules/tickets/ticket_views.hpp"

namespace tickets
{

/// Under the title, on screens whose panel is folded away: each related ticket is one tap away.
html::Html linked_strip(const TicketPageView& view);
/// The part of the panel: related tickets, and what may be done with them.
html::Html linked_part(const TicketPageView& view);

struct LinkFormView {
    const Ticket& ticket;
    html::Url ticket_page;
    PickerView picker;
    html::Html guard;
};
html::Html link_form(const LinkFormView& view);

} // namespace tickets
