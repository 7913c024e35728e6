#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/sla_views.hpp"

#include <vector>

namespace tickets
{

/// The signs of these tickets as they read at that moment.
SlaSigns signs_of(tenancy::WorkspaceTransaction& tx, const std::vector<TicketId>& tickets,
                  base::Instant now);

} // namespace tickets
