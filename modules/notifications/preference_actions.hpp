#pragma once

#include "modules/notifications/preference_store.hpp"

#include <set>
#include <string>
#include <utility>

namespace notifications
{

/// What the actor wants, of what is open to him; the rest of it he does not want. Only what differs
/// from his role is kept. Refusal « notifications.refusal.closed » for anything that is not open.
using Wanted = std::set<std::pair<std::string, Channel>>;
void choose(tenancy::WorkspaceTransaction& tx, const Wanted& wanted);

/// The business's change for a role; what equals the preset is forgotten. Refusals
/// « notifications.refusal.closed », « notifications.refusal.mandatory ».
void change_rule(tenancy::WorkspaceTransaction& tx, const RuleChange& change);

} // namespace notifications
