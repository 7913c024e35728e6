#include "modules/tickets/rating.hpp"

#include "kernel/base/refusal.hpp"

namespace tickets
{

bool is_ratable(const Ticket& ticket)
{
    return ticket.resolved_at.has_value() && ticket.close_reason.empty();
}

Rating rate(const Ticket& ticket, const std::optional<Rating>& earlier, Rating opinion,
            base::Instant now)
{
    base::refuse_unless(is_ratable(ticket), "tickets.refusal.not_resolved");
    base::refuse_unless(!earlier || now - earlier->rated_at <= rating_window,
                        "tickets.refusal.rating_too_late");

    opinion.ticket_id = ticket.id;
    opinion.resolution = ticket.resolved_count;
    opinion.rated_at = earlier ? earlier->rated_at : now;
    if (earlier) opinion.edited_at = now;
    return opinion;
}

} // namespace tickets
