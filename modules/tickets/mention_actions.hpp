#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/mention.hpp"
#include "modules/tickets/ticket.hpp"

namespace tickets
{

/// Active members of the team, whom a text may mention.
std::vector<Mentionable> mentionable(tenancy::WorkspaceTransaction& tx);

/// What the actor wrote, with the names of those he mentions. A client mentions nobody: he does not
/// know the team.
Mentions read_mentions(tenancy::WorkspaceTransaction& tx, const std::string& body);

/// Tells each of them, the actor excepted, and gives no access to anything. `quote` goes with the
/// mail; of an internal note it is empty.
void tell_mentioned(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                    const Mentions& mentions, const std::string& quote);
/// The same of those whom `before` did not mention yet.
void tell_newly_mentioned(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                          const Mentions& mentions, const std::string& before,
                          const std::string& quote);

} // namespace tickets
