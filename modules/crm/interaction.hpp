#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

using InteractionId = base::Id<struct InteractionTag>;

enum class InteractionKind { call, email, meeting, note };
BOOST_DESCRIBE_ENUM(InteractionKind, call, email, meeting, note)

/// One exchange with a client: written by somebody of the team, or a mail of the platform, which
/// has no author and nobody takes away.
struct Interaction {
    InteractionId id;
    tenancy::ClientId client_id;
    InteractionKind kind = InteractionKind::call;
    base::Instant happened_at;
    std::int64_t minutes = 0; ///< 0 = not said
    std::optional<tenancy::MembershipId> author_id;
    std::string correspondent; ///< address of a mail of the platform, lower-cased; else empty
    std::string summary;       ///< plain text; of a mail, its subject
    std::string follow_up_day; ///< "2026-11-25", in the workspace's zone; empty: none
};
BOOST_DESCRIBE_STRUCT(Interaction, (),
                      (id, client_id, kind, happened_at, minutes, author_id, correspondent, summary,
                       follow_up_day))

} // namespace crm
