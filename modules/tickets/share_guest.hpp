#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <string_view>
#include <vector>

namespace tickets
{

/// Another client of the project, to whom one ticket was opened: he reads its public thread and
/// answers in it; what is decided stays with the client it belongs to.
struct Guest {
    TicketId ticket_id;
    tenancy::ClientId client_id;
    tenancy::MembershipId opened_by;
    base::Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(Guest, (), (ticket_id, client_id, opened_by, opened_at))

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
