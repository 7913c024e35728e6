#include "modules/tickets/sla_reading.hpp"

#include "modules/tickets/sla_store.hpp"

namespace tickets
{

SlaSigns signs_of(tenancy::WorkspaceTransaction& tx, const std::vector<TicketId>& tickets,
                  base::Instant now)
{
    SlaStore store{tx};
    const auto clocks = store.open_clocks(tickets);
    if (clocks.empty()) return {};
    return signs_of(clocks, now, store.policy().hours);
}

} // namespace tickets
