#pragma once

#include "kernel/auth/auth.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace auth
{

using HandoverId = base::Id<struct HandoverTag>;
using RescueId = base::Id<struct RescueTag>;

inline constexpr std::chrono::hours handover_valid_for{24 * 7};
/// How long members may object before the operator gives a workspace back.
inline constexpr std::chrono::hours rescue_waits_for{72};

/// The top role on its way from one member to another, who has not accepted yet.
struct Handover {
    HandoverId id;
    tenancy::MembershipId giver;
    tenancy::MembershipId receiver;
    std::string kept_role; ///< of the giver, afterwards
    base::Instant expires_at;
};
/// The one that may still be accepted.
std::optional<Handover> live_handover(tenancy::WorkspaceTransaction& tx);
/// The actor gives. An earlier offer ends.
HandoverId offer_handover(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId receiver,
                          std::string_view kept_role);
/// Accepted, declined or withdrawn: true exactly once.
bool end_handover(tenancy::WorkspaceTransaction& tx, HandoverId id);

/// A workspace that nobody can lead, about to be given back by the operator.
struct Rescue {
    RescueId id;
    std::string email;
    base::Instant due_at;
};
std::optional<Rescue> live_rescue(tenancy::WorkspaceTransaction& tx);
Rescue begin_rescue(tenancy::WorkspaceTransaction& tx, std::string_view email);
/// Done or given up: true exactly once.
bool end_rescue(tenancy::WorkspaceTransaction& tx, RescueId id);

} // namespace auth
