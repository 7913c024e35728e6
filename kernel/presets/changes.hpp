#pragma once

#include "kernel/i18n/words.hpp"
#include "kernel/presets/preset.hpp"

#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

/// What a workspace says and does otherwise than its preset: words, states, moves, taxes. Only
/// differences are kept, so that what a later release adds to the preset appears by itself.
namespace presets
{

using Words = std::map<std::string, Word, std::less<>>;

/// From a state to another, whatever moves make it.
using Passage = std::pair<std::string, std::string>;

struct WorkflowChanges {
    std::vector<State> states; ///< by code: those added, and those whose words differ
    std::vector<std::string>
        order;               ///< codes; those it does not name follow, as the preset has them
    std::vector<Move> moves; ///< by code: those added, and those that differ
    std::set<std::string> gone_states; ///< one's own stay among `states`: history names them
    std::set<std::string> gone_moves;
    /// Passages beside those of all these moves.
    std::set<Passage> allowed;
    std::set<Passage> refused;

    bool empty() const
    {
        return states.empty() && order.empty() && moves.empty() && gone_states.empty() &&
               gone_moves.empty() && allowed.empty() && refused.empty();
    }
};
using WorkflowsChanges = std::map<std::string, WorkflowChanges, std::less<>>; ///< by noun

/// How a business stands with the tax office, in codes of whoever counts taxes; empty: as its
/// preset begins, and the first tax of the regime.
struct TaxChanges {
    std::string regime;
    std::string usual; ///< the tax of a new line

    bool operator==(const TaxChanges&) const = default;
};

struct Changes {
    Words words;
    Words portal_words;
    /// Whose states and moves it uses (presets::vocabularies); empty = its preset's.
    std::string vocabulary;
    WorkflowsChanges workflows;                                  ///< to those of its preset
    std::map<std::string, WorkflowsChanges, std::less<>> others; ///< by the vocabulary they change
    TaxChanges taxes;

    /// Those to the vocabulary in use.
    WorkflowChanges& current(const std::string& noun)
    {
        return vocabulary.empty() ? workflows[noun] : others[vocabulary][noun];
    }
};

/// TOML, as a workspace keeps it; empty without differences.
std::string text_of(const Changes& changes);
/// Throws std::runtime_error for what text_of did not write.
Changes read_changes(std::string_view text);

/// What two admins compare to know whether they saw the same: all there is to say.
std::string state_text(const State& state);
std::string move_text(const Move& move);

/// The same before passages are allowed and refused.
Workflow with_own_moves(const Workflow& original, const WorkflowChanges& changes);
/// The workflow with the differences. What they say about states that the preset lost is ignored.
Workflow changed(const Workflow& original, const WorkflowChanges& changes);
/// Which passages some move of a person makes.
std::set<Passage> passages_of(const Workflow& workflow);

/// A preset as a business has made it, and its words as sentences take them.
struct OwnPreset {
    Preset preset;
    i18n::Nouns team_words;
    i18n::Nouns client_words;
    TaxChanges taxes;
};
/// The preset of that name with differences. Throws std::out_of_range for an unknown name.
OwnPreset with_changes(std::string_view name, std::string_view text);

/// What the row of a workspace says whenever it is read; nothing is done when it says what it said.
void keep_changes(std::int64_t workspace, std::string_view name, std::string_view text);
/// What was kept for that workspace, or the preset as it is. Lives until this thread has seen
/// `own_seen_max` later ones: longer than a request. Any thread.
const OwnPreset& own(std::int64_t workspace, std::string_view name);
inline constexpr std::size_t own_seen_max = 8;

} // namespace presets
