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
    corrected,
    linked,   ///< new: the number of the other ticket
    unlinked, ///< new: the number of the other ticket
    merged,   ///< new: the number of the ticket that goes on
    absorbed, ///< new: the number of the ticket that ends
    split,    ///< new: the number of the ticket made of a message
    gathered, ///< under an incident; new: its number
    parted    ///< from an incident; new: its number
};
BOOST_DESCRIBE_ENUM(EventKind, opened, moved, assigned, released, prioritised, shared, rated,
                    corrected, linked, unlinked, merged, absorbed, split, gathered, parted)

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

/// Opening, states, ratings, merges and who takes care of the request are public; the rest is the
/// team's.
bool is_public(EventKind kind);
/// How the team arranges its tickets: no page of the client's shows anything of it.
bool stays_in_team(EventKind kind);

} // namespace tickets
