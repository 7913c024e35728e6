#include "kernel/base/text.hpp"
#include "kernel/presets/changes.hpp"

namespace presets
{

namespace
{

constexpr char arrow = '>'; // as read_changes reads it: "en_cours>resolu"

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

void write_workflow(std::string& out, const std::string& key, const WorkflowChanges& changes)
{
    if (changes.empty()) return;
    const auto codes = [](const std::set<std::string>& set) {
        return list_of(std::vector<std::string>{set.begin(), set.end()});
    };
    out += '[' + key + "]\norder = " + list_of(changes.order) +
           "allowed = " + list_of(changes.allowed) + "refused = " + list_of(changes.refused) +
           "gone_states = " + codes(changes.gone_states) +
           "gone_moves = " + codes(changes.gone_moves);
    for (const auto& state : changes.states)
        out += "[[" + key + ".state]]\n" + state_text(state);
    for (const auto& move : changes.moves)
        out += "[[" + key + ".move]]\n" + move_text(move);
}

std::string line(std::string_view key, const std::string& text)
{
    return text.empty() ? std::string{} : std::string{key} + " = " + quoted(text) + '\n';
}

std::string line(std::string_view key, const std::optional<int>& number)
{
    return number ? std::string{key} + " = " + std::to_string(*number) + '\n' : std::string{};
}

std::string line(std::string_view key, const std::vector<std::string>& codes)
{
    return codes.empty() ? std::string{} : std::string{key} + " = " + list_of(codes);
}

} // namespace

std::string state_text(const State& state)
{
    return line("code", state.code) + line("anchor", std::string{code_of(state.anchor)}) +
           line("label", state.label) + line("client_label", state.client_label) +
           line("tone", state.tone) + line("client_help", state.client_help) +
           (state.is_read_only ? "read_only = true\n" : "");
}

std::string move_text(const Move& move)
{
    std::vector<std::string> who;
    for (const auto mover : move.who)
        who.emplace_back(code_of(mover));
    return line("code", move.code) + line("from", move.from) + line("to", move.to) +
           line("who", who) + line("requires", move.needs) + line("clears", move.clears) +
           line("permission", move.permission) + line("label", move.label) +
           line("client_label", move.client_label) + line("automatic_on", move.automatic_on) +
           line("automatic_after_days", move.automatic_after_days) +
           line("within_days", move.within_days) + line("reasons", move.reasons) +
           line("counts_as", move.counts_as) + line("excluded_from", move.excluded_from);
}

std::string text_of(const Changes& changes)
{
    auto out = line("vocabulary", changes.vocabulary);
    write_words(out, "words", changes.words);
    write_words(out, "portal_words", changes.portal_words);
    if (changes.taxes != TaxChanges{})
        out +=
            "[taxes]\n" + line("regime", changes.taxes.regime) + line("usual", changes.taxes.usual);
    for (const auto& [noun, workflow] : changes.workflows)
        write_workflow(out, "workflows." + noun, workflow);
    for (const auto& [vocabulary, workflows] : changes.others)
        for (const auto& [noun, workflow] : workflows)
            write_workflow(out, "others." + vocabulary + '.' + noun, workflow);
    return out;
}

} // namespace presets
