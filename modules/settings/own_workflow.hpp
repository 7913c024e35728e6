#pragma once

#include "kernel/audit/audit.hpp"
#include "kernel/presets/changes.hpp"
#include "kernel/presets/vocabulary.hpp"
#include "kernel/tenancy/context.hpp"

#include <string>
#include <string_view>

/// The states and moves of a business as they are now, and how a change of them is kept.
namespace settings
{

/// The noun whose states are edited.
inline constexpr std::string_view workflow_noun = "ticket";

/// The states of that business; throws base::NotFound where nothing goes from state to state.
const presets::Workflow& workflow_of(const presets::Preset& preset);

/// What a business does otherwise, as it is now, and the preset that makes.
struct OwnWorkflow {
    std::string text;
    presets::Changes changes;
    presets::Preset preset;
    presets::Workflow original; ///< of the vocabulary in use, as nobody changed it; empty: none

    const presets::Workflow& workflow() const { return workflow_of(preset); }
    /// Its differences, to change a copy of.
    presets::WorkflowChanges own() const;
    std::string vocabulary() const; ///< its name
};
OwnWorkflow own_workflow(tenancy::WorkspaceTransaction& tx);

/// What a form carries of what its reader saw: 16 characters.
std::string version_of(std::string_view text);
/// Of a state: its words, and where one goes from there.
std::string version_of(const presets::Workflow& workflow, const presets::State& state);
std::string version_of(const presets::Move& move);
/// Refuses "auth.refusal.preset_changed" (409) when they differ; an empty one saw nothing.
void refuse_stale(const std::string& seen, const std::string& now);

/// Keeps them, audits `change`, and has open pages read themselves again. Refuses
/// "auth.refusal.preset_changed" when somebody else changed them meanwhile.
void save(tenancy::WorkspaceTransaction& tx, const OwnWorkflow& now,
          const presets::Changes& changes, audit::Change change);
/// The same for the workflow; refuses "presets.workflow.problem.…", naming the state or move, for
/// one that cannot be.
void save_workflow(tenancy::WorkspaceTransaction& tx, const OwnWorkflow& now,
                   presets::WorkflowChanges own, audit::Change change);
void refuse_problems(const presets::Workflow& workflow);

} // namespace settings
