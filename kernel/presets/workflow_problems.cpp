#include "kernel/presets/workflow.hpp"

#include <algorithm>
#include <array>

namespace presets
{

namespace
{

constexpr std::size_t most_states = 50;
constexpr std::size_t most_moves = 200;
constexpr std::array<std::string_view, 4> known_needs{"assignee", "public_message",
                                                      "resolution_summary", "reason"};

using Problems = std::vector<Problem>;

template <class Item>
void report_doubled(const std::vector<Item>& items, const char* problem, Problems& problems)
{
    std::set<std::string> seen;
    for (const auto& item : items)
        if (!seen.insert(item.code).second) problems.push_back({problem, item.code});
}

/// Every state that moves lead to from the start.
std::set<std::string> reachable(const Workflow& workflow)
{
    std::set<std::string> reached{workflow.start};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const auto& move : workflow.moves)
            if (std::ranges::any_of(move.from, [&](const auto& c) { return reached.contains(c); }))
                reached.insert(move.to);
    }
    return reached;
}

bool has_way_out(const Workflow& workflow, const State& state)
{
    return std::ranges::any_of(workflow.moves, [&](const Move& move) {
        return move.to != state.code && std::ranges::find(move.from, state.code) != move.from.end();
    });
}

bool may_be_last(const State& state)
{
    return state.anchor == Anchor::closed || state.anchor == Anchor::cancelled;
}

void report_states(const Workflow& workflow, Problems& problems)
{
    report_doubled(workflow.states, "doubled_state", problems);
    const auto reached = reachable(workflow);
    for (const auto& state : workflow.states) {
        if (!reached.contains(state.code)) problems.push_back({"unreachable", state.code});
        if (!may_be_last(state) && !has_way_out(workflow, state))
            problems.push_back({"dead_end", state.code});
    }
}

void report_move(const Workflow& workflow, const Move& move, Problems& problems)
{
    auto ends = move.from;
    ends.push_back(move.to);
    for (const auto& end : ends)
        if (find_state(workflow, end) == nullptr) problems.push_back({"unknown_state", move.code});
    if (move.from.empty() || move.who.empty()) problems.push_back({"unusable_move", move.code});
    const bool has_nobody_to_ask = move.allows(Mover::client) || move.allows(Mover::automatic);
    if (has_nobody_to_ask && !move.needs.empty()) problems.push_back({"asks_nobody", move.code});
    for (const auto& need : move.needs)
        if (std::ranges::find(known_needs, need) == known_needs.end())
            problems.push_back({"unknown_need", move.code});
    for (const auto& reason : move.reasons)
        if (!workflow.reasons.contains(reason)) problems.push_back({"unknown_reason", move.code});
    const bool wants_reason = move.demands("reason");
    if (wants_reason && move.reasons.empty()) problems.push_back({"no_reason", move.code});
}

} // namespace

std::vector<Problem> problems_of(const Workflow& workflow)
{
    Problems problems;
    if (workflow.states.size() > most_states || workflow.moves.size() > most_moves)
        return {{"too_large", workflow.noun}};
    if (find_state(workflow, workflow.start) == nullptr)
        problems.push_back({"no_start", workflow.start});
    report_states(workflow, problems);
    report_doubled(workflow.moves, "doubled_move", problems);
    for (const auto& move : workflow.moves)
        report_move(workflow, move, problems);
    return problems;
}

} // namespace presets
