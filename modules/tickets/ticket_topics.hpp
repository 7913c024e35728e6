#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

namespace tickets
{

/// What the team's pages of this ticket and its lists wait for. All that an internal note touches:
/// no page of a client waits for it.
void touch_team(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// The same, and the client's pages.
void touch_everybody(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);

} // namespace tickets
