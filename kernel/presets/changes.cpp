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
    section.only({"order", "allowed", "refused", "state"});
    WorkflowChanges changes;
    changes.order = section.codes("order");
    changes.allowed = read_passages(section, "allowed");
    changes.refused = read_passages(section, "refused");
    if (section.has("state"))
        for (const auto& state : section.each("state"))
            changes.states.push_back(read_state(state));
    return changes;
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

void refuse(Workflow& workflow, const Passage& passage)
{
    for (auto& move : workflow.moves)
        if (move.to == passage.second) std::erase(move.from, passage.first);
    std::erase_if(workflow.moves, [](const Move& move) { return move.from.empty(); });
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

std::string quoted(std::string_view text)
{
    std::string quoted{'"'};
    for (const char c : text) {
        const bool is_control = static_cast<unsigned char>(c) < ' ';
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += is_control ? ' ' : c;
    }
    return quoted + '"';
}

void write_words(std::string& out, std::string_view key, const Words& words)
{
    for (const auto& [noun, word] : words) {
        out += '[' + std::string{key} + '.' + noun + "]\nsingular = " + quoted(word.singular) +
               "\nplural = " + quoted(word.plural) + "\ngender = ";
        out += word.gender == Gender::feminine ? "\"f\"\n" : "\"m\"\n";
    }
}

std::string list_of(const std::vector<std::string>& texts)
{
    std::vector<std::string> all;
    for (const auto& text : texts)
        all.push_back(quoted(text));
    return '[' + base::join(all, ", ") + "]\n";
}

std::string list_of(const std::set<Passage>& passages)
{
    std::vector<std::string> all;
    for (const auto& [from, to] : passages)
        all.push_back(from + arrow + to);
    return list_of(all);
}

void write_state(std::string& out, const std::string& noun, const State& state)
{
    out += "[[workflows." + noun + ".state]]\ncode = " + quoted(state.code) +
           "\nanchor = " + quoted(code_of(state.anchor)) + "\nlabel = " + quoted(state.label) +
           "\nclient_label = " + quoted(state.client_label) + "\ntone = " + quoted(state.tone) +
           '\n';
    if (!state.client_help.empty()) out += "client_help = " + quoted(state.client_help) + '\n';
    if (state.is_read_only) out += "read_only = true\n";
}

} // namespace

std::string text_of(const Changes& changes)
{
    std::string out;
    write_words(out, "words", changes.words);
    write_words(out, "portal_words", changes.portal_words);
    for (const auto& [noun, workflow] : changes.workflows) {
        if (workflow.empty()) continue;
        out += "[workflows." + noun + "]\norder = " + list_of(workflow.order) +
               "allowed = " + list_of(workflow.allowed) + "refused = " + list_of(workflow.refused);
        for (const auto& state : workflow.states)
            write_state(out, noun, state);
    }
    return out;
}

Changes read_changes(std::string_view text)
{
    const auto table = parse_toml(text, "workspace changes");
    const Section root{table, "workspace changes"};
    root.only({"words", "portal_words", "workflows"});
    Changes changes{.words = read_words(root, "words"),
                    .portal_words = read_words(root, "portal_words"),
                    .workflows = {}};
    if (!root.has("workflows")) return changes;
    const auto workflows = root.inner("workflows");
    for (const auto& [noun, node] : workflows.table())
        changes.workflows[noun] = read_workflow_changes(workflows.inner(noun));
    return changes;
}

Workflow changed(const Workflow& original, const WorkflowChanges& changes)
{
    auto workflow = original;
    for (const auto& state : changes.states)
        put(workflow, state);
    order(workflow, changes.order);
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
