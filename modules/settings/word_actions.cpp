#include "modules/settings/word_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/tenancy/state_holder.hpp"

#include <algorithm>
#include <tuple>

namespace settings
{
namespace
{

using presets::State;
using presets::Workflow;
using tenancy::WorkspaceTransaction;

const State& state_of(const Workflow& workflow, std::string_view code)
{
    const auto* state = presets::find_state(workflow, code);
    if (state == nullptr) throw base::NotFound{};
    return *state;
}

bool is_alike(const State& a, const State& b)
{
    return std::tie(a.label, a.client_label, a.client_help, a.tone) ==
           std::tie(b.label, b.client_label, b.client_help, b.tone);
}

bool is_alike(const presets::Word& a, const presets::Word& b)
{
    return std::tie(a.singular, a.plural, a.gender) == std::tie(b.singular, b.plural, b.gender);
}

struct Wanted {
    std::vector<State> states;
    std::set<presets::Passage> passages;
};

/// The states that the original does not have so; those taken out keep their words.
void keep_states(presets::WorkflowChanges& own, const Workflow& original,
                 const std::vector<State>& wanted)
{
    std::erase_if(own.states,
                  [&](const State& state) { return !own.gone_states.contains(state.code); });
    std::vector<std::string> own_order;
    for (const auto& state : original.states)
        if (!own.gone_states.contains(state.code)) own_order.push_back(state.code);
    own.order.clear();
    for (const auto& state : wanted) {
        own.order.push_back(state.code);
        const auto* known = presets::find_state(original, state.code);
        if (known == nullptr || !is_alike(*known, state)) own.states.push_back(state);
    }
    if (own.order == own_order) own.order.clear();
}

/// The workflow as it should be, checked and kept.
void save_wanted(WorkspaceTransaction& tx, const OwnWorkflow& now, const Wanted& wanted,
                 audit::Change change)
{
    auto own = now.own();
    keep_states(own, now.original, wanted.states);
    const auto before = presets::passages_of(presets::with_own_moves(now.original, own));
    own.allowed.clear();
    own.refused.clear();
    std::ranges::set_difference(wanted.passages, before,
                                std::inserter(own.allowed, own.allowed.end()));
    std::ranges::set_difference(before, wanted.passages,
                                std::inserter(own.refused, own.refused.end()));
    save_workflow(tx, now, std::move(own), std::move(change));
}

/// "Chez le fabricant" → "chez_le_fabricant", then "chez_le_fabricant_2".
std::string free_code(const Workflow& workflow, std::string_view label)
{
    std::string code;
    for (const char c : base::fold(label))
        code += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
    auto free = code;
    for (int number = 2; presets::find_known_state(workflow, free) != nullptr; ++number)
        free = code + '_' + std::to_string(number);
    return free;
}

presets::Word word_of(std::string singular, std::string plural, WordGender gender)
{
    return {.singular = std::move(singular),
            .plural = std::move(plural),
            .gender = gender == WordGender::feminine ? presets::Gender::feminine
                                                     : presets::Gender::masculine};
}

void put(presets::Words& words, const std::string& noun, const presets::Word& wanted,
         const presets::Word& original)
{
    if (is_alike(wanted, original))
        words.erase(noun);
    else
        words[noun] = wanted;
}

} // namespace

void edit_state(WorkspaceTransaction& tx, const EditState& command)
{
    const auto now = own_workflow(tx);
    const auto& workflow = now.workflow();
    const auto before = state_of(workflow, command.code.value);
    refuse_stale(command.version.value, version_of(workflow, before));
    auto states = workflow.states;
    auto& state = *std::ranges::find(states, before.code, &State::code);
    state.label = command.label.value;
    state.client_label = command.client_label.value;
    state.client_help = command.client_help.value;
    state.tone = std::string{forms::enum_name(command.tone)};

    auto passages = presets::passages_of(workflow);
    std::erase_if(passages, [&](const auto& passage) { return passage.first == before.code; });
    for (const auto& next : command.next)
        if (next.value != before.code)
            passages.emplace(before.code, state_of(workflow, next.value).code);
    save_wanted(tx, now, {states, passages}, {"state " + before.code, before.label, state.label});
}

void place_state(WorkspaceTransaction& tx, const PlaceState& command)
{
    const auto now = own_workflow(tx);
    const auto& workflow = now.workflow();
    const auto& state = state_of(workflow, command.code.value);
    const auto at = static_cast<std::size_t>(&state - workflow.states.data());
    const bool is_up = command.direction == Direction::up;
    if (is_up ? at == 0 : at + 1 == workflow.states.size()) return;
    auto states = workflow.states;
    std::swap(states[at], states[is_up ? at - 1 : at + 1]);
    save_wanted(
        tx, now, {states, presets::passages_of(workflow)},
        {"place " + state.code, std::to_string(at + 1), std::to_string(is_up ? at : at + 2)});
}

void add_state(WorkspaceTransaction& tx, const AddState& command)
{
    const auto now = own_workflow(tx);
    const auto& workflow = now.workflow();
    const auto anchor = presets::parse_anchor(forms::enum_name(command.kind)).value();
    const State state{.code = free_code(workflow, command.label.value),
                      .anchor = anchor,
                      .label = command.label.value,
                      .client_label = command.client_label.value,
                      .client_help = {},
                      .tone = std::string{forms::enum_name(command.tone)},
                      .is_read_only = anchor == presets::Anchor::closed ||
                                      anchor == presets::Anchor::cancelled};
    auto states = workflow.states;
    const auto& from = state_of(workflow, command.from.value);
    states.insert(std::ranges::find(states, from.code, &State::code) + 1, state);
    auto passages = presets::passages_of(workflow);
    passages.emplace(from.code, state.code);
    if (!command.next.value.empty())
        passages.emplace(state.code, state_of(workflow, command.next.value).code);
    save_wanted(tx, now, {states, passages}, {"state " + state.code, "", state.label});
}

void remove_state(WorkspaceTransaction& tx, const RemoveState& command)
{
    const auto now = own_workflow(tx);
    const auto& state = state_of(now.workflow(), command.code.value);
    if (const auto* holder = tenancy::holder_of_states(workflow_noun))
        for (const auto& held : holder->held(tx))
            base::refuse_unless(held.state != state.code, "settings.refusal.state_in_use",
                                {{"state", state.label}, {"count", std::to_string(held.count)}});
    auto own = now.own();
    own.gone_states.insert(state.code);
    std::erase(own.order, state.code);
    for (auto* passages : {&own.allowed, &own.refused})
        std::erase_if(*passages, [&](const presets::Passage& passage) {
            return passage.first == state.code || passage.second == state.code;
        });
    save_workflow(tx, now, std::move(own), {"state " + state.code, state.label, ""});
}

bool is_own_noun(const presets::Preset& preset, std::string_view noun)
{
    return preset.words.contains(noun) && std::ranges::find(own_nouns, noun) != own_nouns.end();
}

void edit_word(WorkspaceTransaction& tx, const EditWord& command)
{
    const auto& noun = command.noun.value;
    if (!is_own_noun(presets::find(tx.workspace().preset), noun)) throw base::NotFound{};
    const auto team = word_of(command.singular.value, command.plural.value, command.gender);
    const auto client =
        word_of(command.portal_singular.value, command.portal_plural.value, command.portal_gender);
    const auto now = own_workflow(tx);
    auto changes = now.changes;
    const auto& original = presets::find(tx.workspace().preset);
    const auto portal = original.portal_words.find(noun);
    put(changes.words, noun, team, original.word(noun));
    put(changes.portal_words, noun, client,
        portal == original.portal_words.end() ? team : portal->second);
    save(tx, now, changes, {"word " + noun, now.preset.word(noun).singular, team.singular});
}

} // namespace settings
