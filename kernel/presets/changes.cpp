#include "kernel/presets/changes.hpp"

#include "kernel/base/text.hpp"
#include "kernel/presets/preset_reader.hpp"
#include "kernel/presets/section.hpp"
#include "kernel/presets/workflow_reader.hpp"

#include <algorithm>

namespace presets
{

namespace
{

constexpr char arrow = '>'; // "en_cours>resolu"

Words read_words(const Section& root, std::string_view key)
{
    Words words;
    if (!root.has(key)) return words;
    const auto section = root.inner(key);
    for (const auto& [noun, node] : section.table())
        words[noun] = read_word(section.inner(noun));
    return words;
}

std::set<Passage> read_passages(const Section& section, std::string_view key)
{
    std::set<Passage> passages;
    for (const auto& text : section.codes(key)) {
        const auto ends = base::split(text, arrow);
        if (ends.size() != 2) section.wrong("not a passage: " + text);
        passages.emplace(ends[0], ends[1]);
    }
    return passages;
}

WorkflowChanges read_workflow_changes(const Section& section)
{
    section.only({"order", "allowed", "refused", "gone_states", "gone_moves", "state", "move"});
    WorkflowChanges changes;
    const auto set_of = [&](std::string_view key) {
        const auto codes = section.codes(key);
        return std::set<std::string>{codes.begin(), codes.end()};
    };
    changes.order = section.codes("order");
    changes.gone_states = set_of("gone_states");
    changes.gone_moves = set_of("gone_moves");
    changes.allowed = read_passages(section, "allowed");
    changes.refused = read_passages(section, "refused");
    if (section.has("state"))
        for (const auto& state : section.each("state"))
            changes.states.push_back(read_state(state));
    if (section.has("move"))
        for (const auto& move : section.each("move"))
            changes.moves.push_back(read_move(move));
    return changes;
}

WorkflowsChanges read_workflows_changes(const Section& section)
{
    WorkflowsChanges changes;
    for (const auto& [noun, node] : section.table())
        changes[noun] = read_workflow_changes(section.inner(noun));
    return changes;
}

TaxChanges read_taxes(const Section& section)
{
    section.only({"regime", "usual"});
    return {.regime = section.text_or("regime", ""), .usual = section.text_or("usual", "")};
}

void order(Workflow& workflow, const std::vector<std::string>& codes)
{
    const auto place = [&](const State& state) {
        return std::ranges::find(codes, state.code) - codes.begin();
    };
    std::ranges::stable_sort(workflow.states,
                             [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

void put(Workflow& workflow, const State& change)
{
    const auto known = std::ranges::find(workflow.states, change.code, &State::code);
    if (known == workflow.states.end()) {
        workflow.states.push_back(change);
        return;
    }
    known->label = change.label;
    known->client_label = change.client_label;
    known->client_help = change.client_help;
    known->tone = change.tone;
}

void drop_useless_moves(Workflow& workflow)
{
    std::erase_if(workflow.moves, [](const Move& move) { return move.from.empty(); });
}

void refuse(Workflow& workflow, const Passage& passage)
{
    for (auto& move : workflow.moves)
        if (move.to == passage.second) std::erase(move.from, passage.first);
    drop_useless_moves(workflow);
}

void take_out(Workflow& workflow, const std::string& code)
{
    const auto* state = find_state(workflow, code);
    if (state == nullptr) return;
    workflow.former.push_back(*state);
    std::erase_if(workflow.states, [&](const State& one) { return one.code == code; });
    std::erase_if(workflow.moves, [&](const Move& move) { return move.to == code; });
    for (auto& move : workflow.moves)
        std::erase(move.from, code);
    drop_useless_moves(workflow);
}

void put(Workflow& workflow, Move change)
{
    if (find_state(workflow, change.to) == nullptr) return;
    std::erase_if(change.from,
                  [&](const std::string& code) { return find_state(workflow, code) == nullptr; });
    const auto known = std::ranges::find(workflow.moves, change.code, &Move::code);
    if (known == workflow.moves.end())
        workflow.moves.push_back(std::move(change));
    else
        *known = std::move(change);
    drop_useless_moves(workflow);
}

/// Whether the move already starts from a state that means the same.
bool starts_alike(const Workflow& workflow, const Move& move, Anchor anchor)
{
    return std::ranges::any_of(move.from, [&](const std::string& code) {
        const auto* state = find_state(workflow, code);
        return state != nullptr && state->anchor == anchor;
    });
}

/// The move of the team to that state which suits a start from `from`, or nullptr.
Move* suiting(Workflow& workflow, const State& from, const State& to)
{
    Move* first = nullptr;
    for (auto& move : workflow.moves) {
        if (move.to != to.code || !move.allows(Mover::staff)) continue;
        if (starts_alike(workflow, move, from.anchor)) return &move;
        if (first == nullptr) first = &move;
    }
    return first;
}

void allow(Workflow& workflow, const Passage& passage)
{
    const auto* from = find_state(workflow, passage.first);
    const auto* to = find_state(workflow, passage.second);
    if (from == nullptr || to == nullptr || from == to) return;
    if (auto* move = suiting(workflow, *from, *to)) {
        if (std::ranges::find(move->from, from->code) == move->from.end())
            move->from.push_back(from->code);
        return;
    }
    workflow.moves.push_back({.code = "to_" + to->code,
                              .from = {from->code},
                              .to = to->code,
                              .who = {Mover::staff},
                              .label = to->label,
                              .client_label = to->client_label});
}

} // namespace

Changes read_changes(std::string_view text)
{
    const auto table = parse_toml(text, "workspace changes");
    const Section root{table, "workspace changes"};
    root.only({"vocabulary", "words", "portal_words", "workflows", "others", "taxes"});
    Changes changes;
    changes.words = read_words(root, "words");
    changes.portal_words = read_words(root, "portal_words");
    changes.vocabulary = root.text_or("vocabulary", "");
    if (root.has("taxes")) changes.taxes = read_taxes(root.inner("taxes"));
    if (root.has("workflows")) changes.workflows = read_workflows_changes(root.inner("workflows"));
    if (!root.has("others")) return changes;
    const auto others = root.inner("others");
    for (const auto& [vocabulary, node] : others.table())
        changes.others[vocabulary] = read_workflows_changes(others.inner(vocabulary));
    return changes;
}

Workflow with_own_moves(const Workflow& original, const WorkflowChanges& changes)
{
    auto workflow = original;
    for (const auto& state : changes.states)
        put(workflow, state);
    order(workflow, changes.order);
    for (const auto& code : changes.gone_states)
        take_out(workflow, code);
    std::erase_if(workflow.moves,
                  [&](const Move& move) { return changes.gone_moves.contains(move.code); });
    for (const auto& move : changes.moves)
        put(workflow, move);
    return workflow;
}

Workflow changed(const Workflow& original, const WorkflowChanges& changes)
{
    auto workflow = with_own_moves(original, changes);
    for (const auto& passage : changes.refused)
        refuse(workflow, passage);
    for (const auto& passage : changes.allowed)
        allow(workflow, passage);
    return workflow;
}

std::set<Passage> passages_of(const Workflow& workflow)
{
    std::set<Passage> passages;
    for (const auto& move : workflow.moves)
        for (const auto& from : move.from)
            passages.emplace(from, move.to);
    return passages;
}

} // namespace presets
