#pragma once

#include "kernel/presets/workflow.hpp"
#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Who keeps objects in the states of a workflow. The settings change workflows and know no object;
/// the module that keeps them says so once at start.
namespace tenancy
{

/// How many objects stand in a state. `anchor` is what rules see of them: that of another state
/// when the vocabulary changed since they last moved.
struct HeldState {
    std::string state;
    presets::Anchor anchor = presets::Anchor::fresh;
    std::int64_t count = 0;
};

struct VocabularyChange {
    std::string from; ///< names of vocabularies
    std::string to;
    const presets::Workflow& before;
    const presets::Workflow& after;
};

struct StateHolder {
    std::vector<HeldState> (*held)(WorkspaceTransaction& tx) = nullptr;
    /// Puts every object where presets::state_for says, or, when nothing happened to it since,
    /// where it was before. Anchors, dates and history stay.
    void (*change)(WorkspaceTransaction& tx, const VocabularyChange& change) = nullptr;
    /// Words or moves are others now: open pages read themselves again.
    void (*reword)(WorkspaceTransaction& tx) = nullptr;
};

/// At start, before any thread; once per noun.
void hold_states_with(std::string_view noun, const StateHolder& holder);
/// nullptr when nothing of that noun exists in this product.
const StateHolder* holder_of_states(std::string_view noun);

} // namespace tenancy
