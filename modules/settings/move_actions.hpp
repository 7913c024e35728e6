#pragma once

#include "modules/settings/own_workflow.hpp"
#include "modules/settings/word_forms.hpp"

/// The moves of a business: who goes from which state to which, and what that demands. Each
/// function is audited, and refuses under "presets.workflow.problem." like those about states.
namespace settings
{

/// Throws base::NotFound for an unknown move or state. Refuses "auth.refusal.preset_changed" (409)
/// when the move is not what its reader saw.
void save_move(tenancy::WorkspaceTransaction& tx, const SaveMove& command);
void remove_move(tenancy::WorkspaceTransaction& tx, const RemoveMove& command);

} // namespace settings
