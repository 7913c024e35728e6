#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace tickets
{

/// Of one ticket.
inline constexpr int links_max = 50;

/// How a ticket relates to another, read from the first of the two.
enum class LinkKind { relates, duplicates, duplicated_by, follows, followed_by };
BOOST_DESCRIBE_ENUM(LinkKind, relates, duplicates, duplicated_by, follows, followed_by)

/// The same relation read from the other ticket.
LinkKind inverse(LinkKind kind);

/// A pair of tickets, kept once: `first_id` is the smaller id, `kind` is read from it.
struct Link {
    TicketId first_id;
    TicketId second_id;
    LinkKind kind = LinkKind::relates;
    tenancy::MembershipId linked_by;
    base::Instant linked_at;
};
BOOST_DESCRIBE_STRUCT(Link, (), (first_id, second_id, kind, linked_by, linked_at))

/// Refuses "tickets.link.refusal.itself".
Link link_between(TicketId from, LinkKind kind, TicketId to);

/// The other ticket of a link, and how the asked one relates to it.
struct LinkedTicket {
    TicketId id;
    LinkKind kind = LinkKind::relates;
    bool is_reversed = false; ///< as stored; `kind` is already turned round
    std::string number;
    std::string title;
    std::string state;
    std::string client_name;
    base::Instant linked_at;
};
BOOST_DESCRIBE_STRUCT(LinkedTicket, (),
                      (id, kind, is_reversed, number, title, state, client_name, linked_at))

} // namespace tickets
