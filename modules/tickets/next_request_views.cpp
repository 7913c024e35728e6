#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/request_views.hpp"

#include <algorithm>

namespace tickets
{

using namespace html;
using i18n::t;
using presets::Anchor;

namespace
{

/// The steps a client follows: one a word he reads, without those he is not in that are detours.
std::vector<ui::Step> steps_to(const presets::Workflow& workflow, const presets::State& now)
{
    std::vector<ui::Step> steps;
    bool is_before = true;
    for (const auto& state : workflow.states) {
        const bool is_now = state.code == now.code;
        const bool is_detour = state.anchor == Anchor::waiting_client ||
                               state.anchor == Anchor::postponed ||
                               state.anchor == Anchor::closed || state.anchor == Anchor::cancelled;
        if (is_detour && !is_now) continue;
        is_before = is_before && !is_now;
        const auto step = is_now      ? ui::StepState::Now
                          : is_before ? ui::StepState::Done
                                      : ui::StepState::Later;
        steps.push_back({.title = state.client_label,
                         .detail = is_now ? state.client_help : std::string{},
                         .state = step});
    }
    return steps;
}

bool waits_for_client(const presets::State* state)
{
    return state != nullptr &&
           (state->anchor == Anchor::waiting_client || state->anchor == Anchor::resolved);
}

} // namespace

const RequestRow* next_request(const presets::Workflow& workflow,
                               const std::vector<RequestRow>& rows)
{
    const auto waiting = std::ranges::find_if(rows, [&](const RequestRow& row) {
        return waits_for_client(presets::find_known_state(workflow, row.state));
    });
    if (waiting != rows.end()) return &*waiting;
    return rows.empty() ? nullptr : &rows.front();
}

Html next_request_card(std::string_view slug, const Reading& reading, const RequestRow& row)
{
    const auto& workflow = reading.preset->workflow("ticket");
    const auto* state = presets::find_known_state(workflow, row.state);
    if (state == nullptr) return none;
    const bool is_due = waits_for_client(state);
    const auto to = request_path(slug, row.number);
    const auto words = state->anchor == Anchor::resolved ? "tickets.request.next.confirm"
                                                         : "tickets.request.next.answer";
    const auto answer =
        ui::link_button(to, {.label = t(is_due ? words : "tickets.request.next.open"),
                             .kind = is_due ? ui::ButtonKind::Primary : ui::ButtonKind::Plain});
    return ui::card({.title = {}, .id = {}},
                    div(cls("p-5"),
                        div(cls("flex items-center gap-3"),
                            ui::tile("message-circle", is_due ? ui::Tone::Amber : ui::Tone::Blue),
                            div(cls("min-w-0"), h2(cls("text-16 font-[600]"), row.title),
                                p(cls("text-13 text-fg-3"), row.project_name, " · ", row.number))),
                        div(cls("mt-5"), ui::steps(steps_to(workflow, *state))),
                        div(cls("mt-5 flex flex-wrap gap-2"), answer)));
}

} // namespace tickets
