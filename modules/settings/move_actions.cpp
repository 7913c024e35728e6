#include "modules/settings/move_actions.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>

namespace settings
{
namespace
{

using presets::Anchor;
using presets::Move;
using presets::Mover;
using presets::Workflow;
using tenancy::WorkspaceTransaction;

const presets::State& state_of(const Workflow& workflow, const std::string& code)
{
    const auto* state = presets::find_state(workflow, code);
    if (state == nullptr) throw base::NotFound{};
    return *state;
}

std::string free_code(const OwnWorkflow& now)
{
    for (int number = 1;; ++number) {
        auto code = "own_" + std::to_string(number);
        if (presets::find_move(now.workflow(), code) == nullptr) return code;
    }
}

bool is_over(Anchor anchor)
{
    return anchor == Anchor::resolved || anchor == Anchor::closed || anchor == Anchor::cancelled;
}

/// From the end of work back to work.
bool is_reopening(const Workflow& workflow, const Move& move)
{
    if (is_over(state_of(workflow, move.to).anchor)) return false;
    return std::ranges::all_of(move.from, [&](const std::string& code) {
        return is_over(state_of(workflow, code).anchor);
    });
}

void set_days(Move& move, const SaveMove& command)
{
    const auto days = command.after_days;
    move.automatic_after_days.reset();
    if (days) move.automatic_after_days = static_cast<int>(days->value);
    if (days || !move.automatic_on.empty()) move.who.insert(Mover::automatic);
}

void take(Move& move, const SaveMove& command, const Workflow& workflow)
{
    move.label = command.label.value;
    move.client_label =
        command.client_label.value.empty() ? move.label : command.client_label.value;
    move.to = state_of(workflow, command.to.value).code;
    move.from.clear();
    for (const auto& code : command.from)
        if (code.value != move.to) move.from.push_back(state_of(workflow, code.value).code);
    move.who.clear();
    for (const auto who : command.who)
        move.who.insert(presets::parse_mover(forms::enum_name(who)).value());
    set_days(move, command);
    move.needs.clear();
    for (const auto need : command.needs)
        move.needs.emplace_back(forms::enum_name(need));
    if (move.demands("reason") && move.reasons.empty())
        for (const auto& [code, sentence] : workflow.reasons)
            move.reasons.push_back(code);
    move.counts_as = is_reopening(workflow, move) ? "reopening" : "";
}

/// The moves as they should be: those that differ are kept, and nothing beside them.
void save_moves(WorkspaceTransaction& tx, const OwnWorkflow& now, const std::vector<Move>& wanted,
                audit::Change change)
{
    auto own = now.own();
    own.moves.clear();
    own.gone_moves.clear();
    own.allowed.clear();
    own.refused.clear();
    const auto before = presets::with_own_moves(now.original, own);
    for (const auto& move : wanted) {
        const auto* known = presets::find_move(before, move.code);
        if (known == nullptr || *known != move) own.moves.push_back(move);
    }
    for (const auto& move : before.moves)
        if (std::ranges::find(wanted, move.code, &Move::code) == wanted.end())
            own.gone_moves.insert(move.code);
    auto whole = now.workflow();
    whole.moves = wanted;
    refuse_problems(whole);
    save_workflow(tx, now, std::move(own), std::move(change));
}

} // namespace

void save_move(WorkspaceTransaction& tx, const SaveMove& command)
{
    const auto now = own_workflow(tx);
    auto moves = now.workflow().moves;
    const bool is_new = command.code.value.empty();
    if (is_new) moves.push_back({.code = free_code(now)});
    const auto found =
        std::ranges::find(moves, is_new ? moves.back().code : command.code.value, &Move::code);
    if (found == moves.end()) throw base::NotFound{};
    if (!is_new) refuse_stale(command.version.value, version_of(*found));
    const auto before = found->label;
    take(*found, command, now.workflow());
    const audit::Change change{"move " + found->code, before, found->label};
    save_moves(tx, now, moves, change);
}

void remove_move(WorkspaceTransaction& tx, const RemoveMove& command)
{
    const auto now = own_workflow(tx);
    auto moves = now.workflow().moves;
    const auto found = std::ranges::find(moves, command.code.value, &Move::code);
    if (found == moves.end()) throw base::NotFound{};
    const audit::Change change{"move " + found->code, found->label, ""};
    moves.erase(found);
    save_moves(tx, now, moves, change);
}

} // namespace settings
