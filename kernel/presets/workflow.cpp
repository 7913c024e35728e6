#include "kernel/presets/workflow.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presets
{

namespace
{

constexpr std::array<std::pair<Anchor, std::string_view>, 8> anchors{
    {{Anchor::fresh, "new"},
     {Anchor::assigned, "assigned"},
     {Anchor::active, "active"},
     {Anchor::waiting_client, "waiting_client"},
     {Anchor::postponed, "postponed"},
     {Anchor::resolved, "resolved"},
     {Anchor::closed, "closed"},
     {Anchor::cancelled, "cancelled"}}};

constexpr std::array<std::pair<Mover, std::string_view>, 4> movers{
    {{Mover::staff, "staff"},
     {Mover::client, "client"},
     {Mover::admin, "admin"},
     {Mover::automatic, "automatic"}}};

template <class Table, class Value>
std::string_view code_in(const Table& table, Value value)
{
    return std::ranges::find(table, value, &Table::value_type::first)->second;
}

template <class Value, std::size_t Size>
std::optional<Value> value_in(const std::array<std::pair<Value, std::string_view>, Size>& table,
                              std::string_view code)
{
    const auto found = std::ranges::find(table, code, &std::pair<Value, std::string_view>::second);
    if (found == table.end()) return {};
    return found->first;
}

template <class Item>
const Item* with_code(const std::vector<Item>& items, std::string_view code)
{
    const auto found = std::ranges::find(items, code, &Item::code);
    return found == items.end() ? nullptr : &*found;
}

/// What comes nearest when a workflow has no state for an anchor: what it means, from near to far.
std::vector<Anchor> nearest(Anchor anchor)
{
    using enum Anchor;
    switch (anchor) {
    case fresh:
        return {fresh, assigned, active};
    case assigned:
        return {assigned, active, fresh};
    case active:
        return {active, assigned, fresh};
    case waiting_client:
    case postponed:
        return {anchor, active, assigned, fresh};
    case resolved:
        return {resolved, closed, cancelled};
    case closed:
        return {closed, cancelled, resolved};
    case cancelled:
        break;
    }
    return {cancelled, closed, resolved};
}

bool contains(const std::vector<std::string>& codes, std::string_view code)
{
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace

std::string_view code_of(Anchor anchor)
{
    return code_in(anchors, anchor);
}

std::optional<Anchor> parse_anchor(std::string_view code)
{
    return value_in(anchors, code);
}

std::string_view code_of(Mover mover)
{
    return code_in(movers, mover);
}

std::optional<Mover> parse_mover(std::string_view code)
{
    return value_in(movers, code);
}

bool Move::demands(std::string_view what) const
{
    return contains(needs, what);
}

const State* find_state(const Workflow& workflow, std::string_view code)
{
    return with_code(workflow.states, code);
}

const Move* find_move(const Workflow& workflow, std::string_view code)
{
    return with_code(workflow.moves, code);
}

const State* find_known_state(const Workflow& workflow, std::string_view code)
{
    const auto* state = find_state(workflow, code);
    return state == nullptr ? with_code(workflow.former, code) : state;
}

const State* state_for(const Workflow& workflow, std::string_view code, Anchor anchor)
{
    const auto* same = find_state(workflow, code);
    if (same != nullptr && same->anchor == anchor) return same;
    for (const auto near : nearest(anchor))
        if (const auto found = states_at(workflow, near); !found.empty()) return found.front();
    return find_state(workflow, workflow.start);
}

std::vector<const State*> states_at(const Workflow& workflow, Anchor anchor)
{
    std::vector<const State*> found;
    for (const auto& state : workflow.states)
        if (state.anchor == anchor) found.push_back(&state);
    return found;
}

std::vector<const Move*> moves_from(const Workflow& workflow, std::string_view state, Mover mover)
{
    std::vector<const Move*> found;
    for (const auto& move : workflow.moves)
        if (move.allows(mover) && contains(move.from, state)) found.push_back(&move);
    return found;
}

std::string permission_for(const Workflow& workflow, const Move& move, Mover mover)
{
    if (mover == Mover::automatic) return {};
    if (!move.permission.empty()) return move.permission;
    const auto found = workflow.permissions.find(mover);
    return found == workflow.permissions.end() ? std::string{} : found->second;
}

} // namespace presets
