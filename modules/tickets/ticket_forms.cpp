#include "modules/tickets/ticket_forms.hpp"

#include <algorithm>

namespace tickets
{

void check_demands(forms::Form<MoveTicket>& form, const presets::Move& move)
{
    const auto& typed = form.command;
    if (move.demands("public_message") && typed.body.value.empty())
        form.errors.add("body", "tickets.refusal.message_required");
    if (move.demands("resolution_summary") && typed.body.value.empty())
        form.errors.add("body", "tickets.refusal.summary_required");
    const bool is_reason = std::find(move.reasons.begin(), move.reasons.end(),
                                     typed.reason.value) != move.reasons.end();
    if (move.demands("reason") && !is_reason)
        form.errors.add("reason", "tickets.refusal.reason_required");
}

} // namespace tickets
