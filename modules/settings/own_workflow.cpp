#include "modules/settings/own_workflow.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/sha256.hpp"
#include "kernel/tenancy/state_holder.hpp"

#include <algorithm>

namespace settings
{
namespace
{

using presets::Workflow;
using tenancy::WorkspaceTransaction;

constexpr std::size_t version_length = 16;

Workflow original_of(const std::string& preset, const std::string& vocabulary)
{
    const auto* named = presets::find_vocabulary(vocabulary.empty() ? preset : vocabulary);
    const auto* found = named == nullptr ? nullptr : named->workflow(workflow_noun);
    if (found != nullptr) return *found;
    const auto& as_made = presets::find(preset);
    return as_made.workflows.empty() ? Workflow{} : workflow_of(as_made);
}

std::string name_in(const Workflow& workflow, const std::string& code)
{
    if (const auto* state = presets::find_known_state(workflow, code)) return state->label;
    const auto* move = presets::find_move(workflow, code);
    return move == nullptr ? code : move->label;
}

} // namespace

const Workflow& workflow_of(const presets::Preset& preset)
{
    const auto found = std::ranges::find(preset.workflows, workflow_noun, &Workflow::noun);
    if (found == preset.workflows.end()) throw base::NotFound{};
    return *found;
}

presets::WorkflowChanges OwnWorkflow::own() const
{
    auto copy = changes;
    return copy.current(std::string{workflow_noun});
}

std::string OwnWorkflow::vocabulary() const
{
    return changes.vocabulary.empty() ? preset.name : changes.vocabulary;
}

OwnWorkflow own_workflow(WorkspaceTransaction& tx)
{
    const auto& preset = tx.workspace().preset;
    auto text = auth::preset_changes(tx);
    auto changes = presets::read_changes(text);
    auto own = presets::with_changes(preset, text).preset;
    auto original = original_of(preset, changes.vocabulary);
    return {std::move(text), std::move(changes), std::move(own), std::move(original)};
}

std::string version_of(std::string_view text)
{
    base::Sha256 digest;
    digest.add(text);
    return digest.hex_digest().substr(0, version_length);
}

std::string version_of(const Workflow& workflow, const presets::State& state)
{
    auto text = presets::state_text(state);
    for (const auto& [from, to] : presets::passages_of(workflow))
        if (from == state.code) text += to + '\n';
    return version_of(text);
}

std::string version_of(const presets::Move& move)
{
    return version_of(presets::move_text(move));
}

void refuse_stale(const std::string& seen, const std::string& now)
{
    if (seen.empty() || seen == now) return;
    throw base::Refusal{"auth.refusal.preset_changed", {}, base::Refusal::Kind::Conflict};
}

void save(WorkspaceTransaction& tx, const OwnWorkflow& now, const presets::Changes& changes,
          audit::Change change)
{
    auth::change_preset(tx, now.text, presets::text_of(changes));
    audit::append(tx, {.action = "settings.words_changed",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {std::move(change)}});
    if (const auto* holder = tenancy::holder_of_states(workflow_noun)) holder->reword(tx);
}

void save_workflow(WorkspaceTransaction& tx, const OwnWorkflow& now, presets::WorkflowChanges own,
                   audit::Change change)
{
    refuse_problems(presets::changed(now.original, own));
    auto changes = now.changes;
    changes.current(std::string{workflow_noun}) = std::move(own);
    save(tx, now, changes, std::move(change));
}

void refuse_problems(const Workflow& workflow)
{
    const auto problems = presets::problems_of(workflow);
    if (problems.empty()) return;
    const auto& problem = problems.front();
    throw base::Refusal{"presets.workflow.problem." + problem.code,
                        {{"where", name_in(workflow, problem.where)}}};
}

} // namespace settings
