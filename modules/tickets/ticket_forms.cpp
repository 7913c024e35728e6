#include "modules/tickets/ticket_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/reply_views.hpp"

#include <algorithm>
#include <set>

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

void check_variables(forms::Form<SaveReply>& form)
{
    std::set<std::string, std::less<>> known;
    for (const char* key : variable_keys)
        known.insert(base::fold(i18n::t(key)));
    for (const auto& word : variables_in(form.command.body.value)) {
        if (known.contains(base::fold(word))) continue;
        form.errors.add("body", "tickets.reply.refusal.unknown_variable",
                        {{"word", "{" + word + "}"}, {"known", variables_text()}});
        return;
    }
}

} // namespace tickets
