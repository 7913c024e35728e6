#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

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

} // namespace tickets
