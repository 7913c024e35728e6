#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <string>
#include <vector>

namespace tickets
{

/// What lists about objects of many modules say of a ticket.
struct TicketLine {
    TicketId id;
    std::string number;
    std::string title;
};

/// Those of the ids that exist.
std::vector<TicketLine> lines_of_tickets(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids);
/// Only those of this client, on projects that are still his.
std::vector<TicketLine> lines_of_tickets(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids,
                                         tenancy::ClientId client);

} // namespace tickets
