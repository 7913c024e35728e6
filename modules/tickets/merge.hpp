#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

/// Tickets merged into one.
inline constexpr int merges_max = 20;

/// A ticket that ended in another: its messages, notes and files are read there.
struct Merge {
    TicketId ticket_id;
    TicketId into_id;
    tenancy::MembershipId merged_by;
    base::Instant merged_at;
};
BOOST_DESCRIBE_STRUCT(Merge, (), (ticket_id, into_id, merged_by, merged_at))

/// Whether the one may end in the other. Refuses "tickets.merge.refusal.itself", "…other_client"
/// and, for a read-only one to keep, "…kept_is_closed".
void refuse_unless_mergeable(const presets::Workflow& workflow, const Ticket& ending,
                             const Ticket& kept);

/// Puts the ticket into the read-only state of its workflow, as a duplicate where the workflow
/// has that reason: it counts in no figure of resolutions. One that is read-only stays as it is.
/// Refuses "tickets.merge.refusal.no_end" for a workflow without a read-only state.
void end_as_merged(Ticket& ticket, const presets::Workflow& workflow, base::Instant now);

} // namespace tickets
