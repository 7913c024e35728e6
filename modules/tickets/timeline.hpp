#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace tickets
{

using EventId = base::Id<struct TicketEventTag>;

enum class EventKind {
    opened,
    moved,    ///< old and new: state codes
    assigned, ///< new: membership id
    released, ///< old: membership id
    prioritised,
    shared, ///< new: membership id
    rated,  ///< new: the score
    corrected
};
BOOST_DESCRIBE_ENUM(EventKind, opened, moved, assigned, released, prioritised, shared, rated,
                    corrected)

/// Something that happened to a ticket. The client sees the public ones.
struct TimelineEvent {
    EventId id;
    TicketId ticket_id;
    std::optional<tenancy::MembershipId> actor_id; ///< nothing = the platform
    EventKind kind = EventKind::opened;
    std::string old_value;
    std::string new_value;
    bool is_public = false;
    base::Instant happened_at;
};
BOOST_DESCRIBE_STRUCT(TimelineEvent, (),
                      (id, ticket_id, actor_id, kind, old_value, new_value, is_public, happened_at))

/// Opening, states, ratings and who takes care of the request are public; the rest is the team's.
bool is_public(EventKind kind);

} // namespace tickets
