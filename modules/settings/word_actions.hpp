#pragma once

#include "modules/settings/own_workflow.hpp"
#include "modules/settings/word_forms.hpp"

#include <array>
#include <string_view>

/// The words and states of a business: kept as differences to its preset. Each function is audited,
/// and refuses "auth.refusal.preset_changed" when somebody else changed them meanwhile. Those about
/// states refuse, under "presets.workflow.problem.", whatever leaves a state without a way in or
/// out.
namespace settings
{

/// The nouns whose words a business chooses, those its preset has; our sentences name them.
inline constexpr std::array<std::string_view, 6> own_nouns{
    "ticket", "project", "client", "progress_sheet", "progress_post", "progress_comment"};
bool is_own_noun(const presets::Preset& preset, std::string_view noun);

/// Throws base::NotFound for an unknown state.
void edit_state(tenancy::WorkspaceTransaction& tx, const EditState& command);
void place_state(tenancy::WorkspaceTransaction& tx, const PlaceState& command);
void add_state(tenancy::WorkspaceTransaction& tx, const AddState& command);
/// Refuses "settings.refusal.state_in_use" while something stands in it.
void remove_state(tenancy::WorkspaceTransaction& tx, const RemoveState& command);
/// Throws base::NotFound for a noun that the business does not choose.
void edit_word(tenancy::WorkspaceTransaction& tx, const EditWord& command);

} // namespace settings
