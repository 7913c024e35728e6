#pragma once

#include "modules/crm/client.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace crm
{

using PortalChangeId = base::Id<struct PortalChangeTag>;

/// confirming: the link sent to the new address was not followed yet; waiting: the team decides;
/// replaced: the same person asked something else since.
enum class ChangeState { confirming, waiting, done, refused, replaced };
BOOST_DESCRIBE_ENUM(ChangeState, confirming, waiting, done, refused, replaced)

/// How long the link sent to a new address can be followed, and how long an answer is kept.
inline constexpr std::chrono::hours address_valid_for{24};
inline constexpr std::chrono::days change_kept_for{30};

/// A field of his record that a client wants otherwise.
struct PortalChange {
    PortalChangeId id;
    tenancy::ClientId client_id;
    tenancy::MembershipId membership_id;
    std::string field; ///< code of a PortalField
    std::string before;
    std::string after;
    ChangeState state = ChangeState::waiting;
    std::string reason; ///< of a refusal
    std::optional<std::string> link_hash;
    base::Instant asked_at;
    std::optional<base::Instant> expires_at;
    std::optional<base::Instant> settled_at;
    std::optional<tenancy::MembershipId> settled_by;
};
BOOST_DESCRIBE_STRUCT(PortalChange, (),
                      (id, client_id, membership_id, field, before, after, state, reason, link_hash,
                       asked_at, expires_at, settled_at, settled_by))

} // namespace crm
