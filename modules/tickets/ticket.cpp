#include "modules/tickets/ticket.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

namespace tickets
{
namespace
{

using base::refuse_unless;
using presets::Anchor;
using presets::Move;
using presets::Mover;
using presets::Workflow;

constexpr std::size_t excerpt_length = 140;

bool holds(const std::vector<const Move*>& moves, const Move* move)
{
    for (const auto* one : moves)
        if (one == move) return true;
    return false;
}

std::string labels_of(const std::vector<const Move*>& moves, tenancy::Side side)
{
    std::vector<std::string> labels;
    for (const auto* move : moves)
        labels.push_back(side == tenancy::Side::portal && !move->client_label.empty()
                             ? move->client_label
                             : move->label);
    return labels.empty() ? "—" : base::join(labels, ", ");
}

void enter(Ticket& ticket, const presets::State& state, base::Instant now)
{
    if (ticket.anchor == presets::code_of(Anchor::waiting_client))
        ticket.waited += (now - ticket.state_since).count();
    ticket.state = state.code;
    ticket.anchor = std::string{presets::code_of(state.anchor)};
    ticket.waits_on = waits_on(state.anchor);
    ticket.is_open = is_open(state.anchor);
    ticket.state_since = now;
    ticket.last_activity_at = now;
    ticket.last_public_at = now;
}

void check_needs(const Ticket& ticket, const Move& move, const MoveRequest& request)
{
    refuse_unless(!move.demands("assignee") || ticket.assignee_id || request.assignee,
                  "tickets.refusal.assignee_required");
    refuse_unless(!move.demands("public_message") || !request.text.empty(),
                  "tickets.refusal.message_required");
    refuse_unless(!move.demands("resolution_summary") || !request.text.empty(),
                  "tickets.refusal.summary_required");
    if (!move.demands("reason")) return;
    for (const auto& reason : move.reasons)
        if (reason == request.reason) return;
    throw base::Refusal{"tickets.refusal.reason_required"};
}

void check_delay(const Ticket& ticket, const Move& move, base::Instant now)
{
    if (!move.within_days) return;
    const std::chrono::days delay{*move.within_days};
    refuse_unless(now - ticket.state_since <= delay, "tickets.refusal.too_late",
                  {{"days", std::to_string(*move.within_days)}});
}

/// What entering the state says about resolution; leaving it takes that back.
void note_outcome(Ticket& ticket, const Move& move, const MoveRequest& request, Anchor anchor,
                  base::Instant now)
{
    if (move.counts_as == "reopening") ++ticket.reopened_count;
    if (move.demands("resolution_summary")) ticket.resolution_summary = request.text;
    if (anchor == Anchor::resolved) {
        ticket.resolved_at = now;
        ++ticket.resolved_count;
    }
    if (anchor == Anchor::closed || anchor == Anchor::cancelled) {
        ticket.closed_at = now;
        ticket.close_reason = request.reason;
        return;
    }
    ticket.closed_at.reset();
    ticket.close_reason.clear();
    if (is_open(anchor)) ticket.resolved_at.reset();
}

/// The state whose moves a ticket has: its own, or the one that comes nearest when it was taken out
/// while somebody put the ticket there.
const std::string& standing(const Workflow& workflow, const Ticket& ticket)
{
    if (presets::find_state(workflow, ticket.state) != nullptr) return ticket.state;
    const auto anchor = presets::parse_anchor(ticket.anchor);
    return anchor ? presets::state_for(workflow, ticket.state, *anchor)->code : ticket.state;
}

} // namespace

WaitsOn waits_on(Anchor anchor)
{
    switch (anchor) {
    case Anchor::fresh:
    case Anchor::assigned:
    case Anchor::active:
        return WaitsOn::team;
    case Anchor::waiting_client:
        return WaitsOn::client;
    case Anchor::postponed:
        return WaitsOn::date;
    case Anchor::resolved:
    case Anchor::closed:
    case Anchor::cancelled:
        break;
    }
    return WaitsOn::nobody;
}

bool is_open(Anchor anchor)
{
    return waits_on(anchor) != WaitsOn::nobody;
}

std::string number_text(std::string_view format, int year, std::int64_t number)
{
    auto text = base::replace_all(std::string{format}, "{year}", std::to_string(year));
    const auto at = text.find("{number:");
    const auto end = text.find('}', at);
    KERNEL_ASSERT(at != std::string::npos && end == at + 9);
    const auto width = static_cast<std::size_t>(text[at + 8] - '0');
    auto digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return text.replace(at, end - at + 1, digits);
}

std::string excerpt_of(std::string_view markdown)
{
    std::vector<std::string> words;
    for (auto& word : base::split(base::replace_all(std::string{markdown}, "\n", " "), ' '))
        if (!word.empty()) words.push_back(std::move(word));
    return base::shorten(base::join(words, " "), excerpt_length);
}

void open(Ticket& ticket, const Workflow& workflow, base::Instant now)
{
    const auto* start = presets::find_state(workflow, workflow.start);
    KERNEL_ASSERT(start != nullptr);
    enter(ticket, *start, now);
    ticket.opened_at = now;
    ticket.excerpt = excerpt_of(ticket.description);
}

std::vector<const Move*> possible_moves(const Workflow& workflow, const Ticket& ticket,
                                        tenancy::Side side)
{
    const auto& from = standing(workflow, ticket);
    if (side == tenancy::Side::portal) return presets::moves_from(workflow, from, Mover::client);
    auto moves = presets::moves_from(workflow, from, Mover::staff);
    for (const auto* move : presets::moves_from(workflow, from, Mover::admin))
        if (!holds(moves, move)) moves.push_back(move);
    return moves;
}

const Move& move_of(const Workflow& workflow, const Ticket& ticket, std::string_view code,
                    tenancy::Side side)
{
    const auto possible = possible_moves(workflow, ticket, side);
    for (const auto* move : possible)
        if (move->code == code) return *move;
    throw base::Refusal{"tickets.refusal.move_not_allowed",
                        {{"allowed", labels_of(possible, side)}}};
}

void apply(Ticket& ticket, const Workflow& workflow, const Move& move, const MoveRequest& request,
           base::Instant now)
{
    check_needs(ticket, move, request);
    check_delay(ticket, move, now);
    const auto* state = presets::find_state(workflow, move.to);
    KERNEL_ASSERT(state != nullptr);

    if (request.assignee) ticket.assignee_id = request.assignee;
    for (const auto& cleared : move.clears)
        if (cleared == "assignee") ticket.assignee_id.reset();
    note_outcome(ticket, move, request, state->anchor, now);
    enter(ticket, *state, now);
}

bool realign(Ticket& ticket, const Workflow& workflow)
{
    const auto& state = state_of(workflow, ticket);
    if (ticket.anchor == presets::code_of(state.anchor)) return false;
    ticket.anchor = std::string{presets::code_of(state.anchor)};
    ticket.waits_on = waits_on(state.anchor);
    ticket.is_open = is_open(state.anchor);
    return true;
}

const Move* move_on_client_reply(const Workflow& workflow, const Ticket& ticket)
{
    for (const auto* move : presets::moves_from(workflow, ticket.state, Mover::automatic))
        if (move->automatic_on == "client_reply") return move;
    return nullptr;
}

const Move* move_after_days(const Workflow& workflow, const Ticket& ticket)
{
    for (const auto* move : presets::moves_from(workflow, ticket.state, Mover::automatic))
        if (move->automatic_after_days) return move;
    return nullptr;
}

base::Instant due_after_days(base::Instant since, std::chrono::days days, int hour,
                             std::string_view zone)
{
    const base::Date due{base::date_in(since, zone).day + days};
    return base::instant_of({.date = due, .hour = hour}, zone);
}

void refuse_when_read_only(const Workflow& workflow, const Ticket& ticket)
{
    refuse_unless(!state_of(workflow, ticket).is_read_only, "tickets.refusal.closed");
}

const presets::State& state_of(const Workflow& workflow, const Ticket& ticket)
{
    const auto* state = presets::find_known_state(workflow, ticket.state);
    KERNEL_ASSERT(state != nullptr);
    return *state;
}

} // namespace tickets
