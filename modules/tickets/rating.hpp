#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

/// The client's opinion of one resolution.
struct Rating {
    TicketId ticket_id;
    std::int64_t resolution = 0; ///< Ticket::resolved_count at that time
    std::int64_t score = 0;      ///< 1 to 5
    std::string comment;
    tenancy::MembershipId rated_by;
    base::Instant rated_at;
    std::optional<base::Instant> edited_at;
};
BOOST_DESCRIBE_STRUCT(Rating, (),
                      (ticket_id, resolution, score, comment, rated_by, rated_at, edited_at))

/// How long an opinion may be changed.
inline constexpr std::chrono::days rating_window{7};

/// A resolved or closed ticket that was not closed as a duplicate or spam can be rated.
bool is_ratable(const Ticket& ticket);

/// Refuses "tickets.refusal.not_resolved" and, for `earlier` given more than 7 days ago,
/// "tickets.refusal.rating_too_late".
Rating rate(const Ticket& ticket, const std::optional<Rating>& earlier, Rating opinion,
            base::Instant now);

} // namespace tickets
