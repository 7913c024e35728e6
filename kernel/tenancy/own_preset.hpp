#pragma once

#include "kernel/presets/changes.hpp"
#include "kernel/tenancy/actor.hpp"

namespace tenancy
{

/// The preset of a business with what it changed: words, states, moves (presets::own).
inline const presets::Preset& own_preset(const Workspace& workspace)
{
    return presets::own(workspace.id.value, workspace.preset).preset;
}

/// How that business stands with the tax office, as far as it said so.
inline const presets::TaxChanges& taxes_of(const Workspace& workspace)
{
    return presets::own(workspace.id.value, workspace.preset).taxes;
}

/// Its words inside our sentences, as that side says them; for an i18n::WordsScope.
inline const i18n::Nouns& words_of(const Workspace& workspace, Side side)
{
    const auto& own = presets::own(workspace.id.value, workspace.preset);
    return side == Side::portal ? own.client_words : own.team_words;
}

} // namespace tenancy
