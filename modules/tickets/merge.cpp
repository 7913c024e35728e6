#include "modules/tickets/merge.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>

namespace tickets
{

void refuse_unless_mergeable(const presets::Workflow& workflow, const Ticket& ending,
                             const Ticket& kept)
{
    base::refuse_unless(ending.id != kept.id, "tickets.merge.refusal.itself");
    base::refuse_unless(ending.client_id == kept.client_id, "tickets.merge.refusal.other_client");
    base::refuse_unless(!state_of(workflow, kept).is_read_only,
                        "tickets.merge.refusal.kept_is_closed", {{"number", kept.number}});
}

void end_as_merged(Ticket& ticket, const presets::Workflow& workflow, base::Instant now)
{
    ticket.last_activity_at = now;
    ticket.last_public_at = now;
    if (state_of(workflow, ticket).is_read_only) return;
    const auto end = std::ranges::find(workflow.states, true, &presets::State::is_read_only);
    base::refuse_unless(end != workflow.states.end(), "tickets.merge.refusal.no_end");
    if (ticket.anchor == presets::code_of(presets::Anchor::waiting_client))
        ticket.waited += (now - ticket.state_since).count();
    ticket.state = end->code;
    ticket.anchor = std::string{presets::code_of(end->anchor)};
    ticket.waits_on = waits_on(end->anchor);
    ticket.is_open = is_open(end->anchor);
    ticket.state_since = now;
    ticket.closed_at = now;
    if (workflow.reasons.contains("duplicate")) ticket.close_reason = "duplicate";
}

} // namespace tickets
