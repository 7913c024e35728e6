#pragma once

#include "modules/settings/own_workflow.hpp"
#include "modules/settings/word_forms.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Whose states and moves a business uses: those of its trade, or of another one.
namespace settings
{

/// What becomes of what stands in a state: it keeps its anchor, its dates and its history.
struct Becoming {
    std::string from; ///< labels
    std::string to;
    std::string anchor; ///< code
    std::int64_t count = 0;
};
struct Switching {
    std::vector<Becoming> states;
    std::string version; ///< of what was looked at
};

/// What choosing it would do. Throws base::NotFound for an unknown vocabulary.
Switching switching(tenancy::WorkspaceTransaction& tx, std::string_view name);

/// Does it, audited. Refuses "auth.refusal.preset_changed" (409) when states or moves changed since
/// they were looked at. Choosing the one in use does nothing.
void choose_vocabulary(tenancy::WorkspaceTransaction& tx, const ChooseVocabulary& command);

} // namespace settings
