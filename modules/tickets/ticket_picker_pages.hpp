#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"
#include "modules/tickets/ticket_search_store.hpp"

#include <string_view>
#include <vector>

namespace tickets
{

/// What the actor finds by these words, the ticket itself left out; without words, the newest of
/// the same client.
std::vector<TicketHit> tickets_to_pick(tenancy::WorkspaceTransaction& tx, std::string_view typed,
                                       const Ticket& ticket);

} // namespace tickets
