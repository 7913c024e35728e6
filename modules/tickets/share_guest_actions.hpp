#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/share_guest.hpp"

#include <string_view>
#include <vector>

namespace tickets
{

/// At most the first 20.
std::vector<Guest> guests_of(tenancy::WorkspaceTransaction& tx, TicketId ticket);
bool is_guest(tenancy::WorkspaceTransaction& tx, TicketId ticket, tenancy::ClientId client);

/// Both need "tickets.open_to_client", write the audit and tell the pages of that client. Throws
/// base::NotFound for a client to whom the project of the ticket is not assigned; opening it to the
/// client it belongs to, or again, changes nothing. Refuses "tickets.guest.refusal.full" beyond 20.
void open_to_client(tenancy::WorkspaceTransaction& tx, std::string_view number,
                    tenancy::ClientId client);
void close_to_client(tenancy::WorkspaceTransaction& tx, std::string_view number,
                     tenancy::ClientId client);

} // namespace tickets
