#include "modules/settings/vocabulary_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/tenancy/state_holder.hpp"

#include <map>

namespace settings
{
namespace
{

using tenancy::WorkspaceTransaction;

struct Wanted {
    presets::Changes changes;
    presets::Preset preset;

    const presets::Workflow& workflow() const { return workflow_of(preset); }
};

Wanted wanted(const WorkspaceTransaction& tx, const OwnWorkflow& now, std::string_view name)
{
    const auto* vocabulary = presets::find_vocabulary(name);
    if (vocabulary == nullptr || vocabulary->workflow(workflow_noun) == nullptr)
        throw base::NotFound{};
    auto changes = now.changes;
    changes.vocabulary = name == tx.workspace().preset ? std::string{} : std::string{name};
    auto preset = presets::with_changes(tx.workspace().preset, presets::text_of(changes)).preset;
    return {std::move(changes), std::move(preset)};
}

std::vector<tenancy::HeldState> held(WorkspaceTransaction& tx)
{
    const auto* holder = tenancy::holder_of_states(workflow_noun);
    return holder == nullptr ? std::vector<tenancy::HeldState>{} : holder->held(tx);
}

} // namespace

Switching switching(WorkspaceTransaction& tx, std::string_view name)
{
    const auto now = own_workflow(tx);
    const auto next = wanted(tx, now, name);
    Switching switching{.states = {}, .version = version_of(now.text)};
    std::map<std::string, std::int64_t> counts;
    for (const auto& group : held(tx))
        counts[group.state] += group.count;
    for (const auto& state : now.workflow().states)
        switching.states.push_back(
            {.from = state.label,
             .to = presets::state_for(next.workflow(), state.code, state.anchor)->label,
             .anchor = std::string{presets::code_of(state.anchor)},
             .count = counts[state.code]});
    return switching;
}

void choose_vocabulary(WorkspaceTransaction& tx, const ChooseVocabulary& command)
{
    const auto now = own_workflow(tx);
    const auto& name = command.name.value;
    if (name == now.vocabulary()) return;
    refuse_stale(command.version.value, version_of(now.text));
    const auto next = wanted(tx, now, name);
    refuse_problems(next.workflow());
    if (const auto* holder = tenancy::holder_of_states(workflow_noun))
        holder->change(tx, {.from = now.vocabulary(),
                            .to = name,
                            .before = now.workflow(),
                            .after = next.workflow()});
    save(tx, now, next.changes,
         {"vocabulary", presets::find_vocabulary(now.vocabulary())->title,
          presets::find_vocabulary(name)->title});
}

} // namespace settings
