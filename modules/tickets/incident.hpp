#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace tickets
{

using BroadcastId = base::Id<struct TicketBroadcastTag>;

/// Tickets under one incident; all are told by one answer.
inline constexpr int children_max = 500;
/// Of them, how many a page names.
inline constexpr int children_shown = 100;
/// Answers of an incident that a page tells the fate of.
inline constexpr int broadcasts_shown = 5;

/// A ticket under an incident, which is a ticket too. One level: an incident is under nothing.
struct IncidentChild {
    TicketId ticket_id;
    TicketId incident_id;
    tenancy::MembershipId gathered_by;
    base::Instant gathered_at;
};
BOOST_DESCRIBE_STRUCT(IncidentChild, (), (ticket_id, incident_id, gathered_by, gathered_at))

/// A ticket of a list: under an incident, or the incident.
struct GatheredTicket {
    TicketId id;
    std::string number;
    std::string title;
    std::string state;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(GatheredTicket, (), (id, number, title, state, client_name))

/// `resolve` also moves each ticket to where it is resolved, the text being its summary.
enum class BroadcastKind { answer, resolve };
BOOST_DESCRIBE_ENUM(BroadcastKind, answer, resolve)

/// One public text for the incident and every ticket that is under it when it is sent.
struct Broadcast {
    BroadcastId id;
    TicketId incident_id;
    tenancy::MembershipId author_id;
    BroadcastKind kind = BroadcastKind::answer;
    std::string body; ///< Markdown source
    base::Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(Broadcast, (), (id, incident_id, author_id, kind, body, sent_at))

enum class Outcome { waiting, done, refused };
BOOST_DESCRIBE_ENUM(Outcome, waiting, done, refused)

/// How far a broadcast went.
struct Progress {
    std::int64_t waiting = 0;
    std::int64_t done = 0;
    std::int64_t refused = 0;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (waiting, done, refused))

/// A ticket that a broadcast could not reach, and the code of the refusal.
struct RefusedDelivery {
    std::string number;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefusedDelivery, (), (number, reason))

/// The move that resolves the ticket from where it is, by staff; nullptr when there is none.
const presets::Move* resolving_move(const presets::Workflow& workflow, const Ticket& ticket);

} // namespace tickets
