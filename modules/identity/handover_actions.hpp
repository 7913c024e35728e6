#pragma once

#include "kernel/auth/handovers.hpp"
#include "kernel/auth/memberships.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace identity
{

/// The top role passes from the one who holds it to another member, who accepts. Both passwords
/// were asked before: these functions do not know them.
///
/// Whom the actor may offer it to: active members of the team with an e-mail, himself left out.
std::vector<auth::MemberDetail> possible_receivers(tenancy::WorkspaceTransaction& tx);

/// Written to the receiver. Throws Forbidden for who does not hold the top role; refusals
/// « identity.refusal.no_receiver » and « identity.refusal.unknown_role ».
void offer_handover(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId receiver,
                    std::string_view kept_role);

/// Both roles change and both are written to, in this transaction. Refusal
/// « identity.refusal.handover_over » when the offer is not live, not the actor's, or its giver no
/// longer holds the role.
void accept_handover(tenancy::WorkspaceTransaction& tx);

/// The giver takes the offer back, or the receiver declines it; the other is written to.
void end_handover(tenancy::WorkspaceTransaction& tx);

} // namespace identity
