#pragma once

#include "modules/tickets/ticket_views.hpp"

namespace tickets
{

/// What client and team said, the team's notes and the timeline, in order; those of tickets that
/// ended in this one say where they were written.
html::Html conversation_of(const TicketPageView& view);

} // namespace tickets
