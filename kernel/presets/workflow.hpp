#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The life of an object as data: the states and moves a preset gives it, that a workspace may
/// edit. Everything here is pure.
namespace presets
{

/// What rules, clocks and reports bind to, whatever the label of the state. Written "new",
/// "waiting_client" in data.
enum class Anchor {
    fresh, ///< "new"
    assigned,
    active,
    waiting_client,
    postponed,
    resolved,
    closed,
    cancelled
};
std::string_view code_of(Anchor anchor);
std::optional<Anchor> parse_anchor(std::string_view code);

/// Who may make a move. An admin is staff too: ask for both.
enum class Mover { staff, client, admin, automatic };
std::string_view code_of(Mover mover);
std::optional<Mover> parse_mover(std::string_view code);

struct State {
    std::string code; ///< "en_cours": filters, history, moves
    Anchor anchor = Anchor::fresh;
    std::string label;        ///< what the team reads
    std::string client_label; ///< what the portal reads
    std::string client_help;  ///< one sentence for the portal; may be empty
    std::string tone;         ///< violet, teal, blue, amber, green, gray, red
    bool is_read_only = false;
};

struct Move {
    std::string code;
    std::vector<std::string> from;
    std::string to;
    std::set<Mover> who;
    /// "assignee", "public_message", "resolution_summary", "reason": what must be there.
    std::vector<std::string> needs;
    std::vector<std::string> clears; ///< "assignee"
    std::string permission;          ///< its own; empty = the one of the mover
    std::string label;
    std::string client_label; ///< the label when the portal has no other
    std::string automatic_on; ///< "client_reply"; empty = nothing
    std::optional<int> automatic_after_days;
    std::optional<int> within_days; ///< refused once the state is older than that
    std::vector<std::string> reasons;
    std::string counts_as; ///< "reopening"; empty = nothing
    std::vector<std::string> excluded_from;

    bool demands(std::string_view what) const;
    friend bool operator==(const Move&, const Move&) = default;
    bool allows(Mover mover) const { return who.contains(mover); }
};

struct Workflow {
    std::string noun; ///< "ticket"
    std::string start;
    std::set<Mover> start_by;
    std::map<Mover, std::string> permissions;
    std::vector<State> states;
    std::vector<State> former; ///< states no object is in any more; history still names them
    std::vector<Move> moves;
    std::map<std::string, std::string, std::less<>> reasons; ///< code → sentence
};

/// The state or move of that code, or nullptr.
const State* find_state(const Workflow& workflow, std::string_view code);
const Move* find_move(const Workflow& workflow, std::string_view code);
/// The same among the former states too: what history says of a code.
const State* find_known_state(const Workflow& workflow, std::string_view code);
/// Where an object that was in that state stands in this workflow: in the state of that code when
/// it means the same, else in the first that means `anchor`, else in the one that comes nearest.
/// Never nullptr for a workflow without problems.
const State* state_for(const Workflow& workflow, std::string_view code, Anchor anchor);

/// The states bound to an anchor, in the order of the workflow.
std::vector<const State*> states_at(const Workflow& workflow, Anchor anchor);

/// The moves somebody of that kind may make from a state, in the order of the workflow. Permissions
/// and needs are checked by the action.
std::vector<const Move*> moves_from(const Workflow& workflow, std::string_view state, Mover mover);

/// The permission a mover needs for a move: the move's own, or the mover's; empty for automatic
/// ones.
std::string permission_for(const Workflow& workflow, const Move& move, Mover mover);

/// Something that forbids saving a workflow. `code` is a key under "presets.workflow.problem."
/// (presets/i18n/fr.toml); `where` is the state or move at fault.
struct Problem {
    std::string code;
    std::string where;
};

/// Every problem at once: no start, doubled codes, unknown states, states that cannot be reached
/// from the start, dead ends whose anchor is neither closed nor cancelled, moves nobody may make,
/// moves that demand words of a client or of time itself, unknown reasons. Empty = may be saved.
std::vector<Problem> problems_of(const Workflow& workflow);

} // namespace presets
