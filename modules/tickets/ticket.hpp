#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/presets/workflow.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/projects/projects.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

using TicketId = base::Id<struct TicketTag>;
using projects::ProjectId;

/// Counters are read no further than this; what is shown stops at « 99+ ».
inline constexpr int counter_max = 100;

enum class Priority { low, medium, high, urgent };
BOOST_DESCRIBE_ENUM(Priority, low, medium, high, urgent)

/// How the request came in.
enum class Origin { portal, phone, sms, email, on_site };
BOOST_DESCRIBE_ENUM(Origin, portal, phone, sms, email, on_site)

/// Whose turn it is; follows the anchor of the state.
enum class WaitsOn { team, client, date, nobody };
BOOST_DESCRIBE_ENUM(WaitsOn, team, client, date, nobody)

/// A request of a client. `state` is the preset's word for where it stands, `anchor` what rules
/// bind to. Pure: time and workflow are given.
struct Ticket {
    TicketId id;
    std::string number; ///< "T-2026-00042"
    std::string title;
    std::string description; ///< Markdown source
    std::string excerpt;     ///< of the last public text, one line
    Priority priority = Priority::medium;
    std::string state;
    std::string anchor;
    WaitsOn waits_on = WaitsOn::team;
    bool is_open = true; ///< neither resolved, closed nor cancelled
    ProjectId project_id;
    tenancy::ClientId client_id;
    std::optional<tenancy::MembershipId> requester_id; ///< the portal user, when there is one
    tenancy::MembershipId opened_by;
    std::optional<tenancy::MembershipId> assignee_id;
    Origin origin = Origin::portal;
    base::Instant opened_at;
    base::Instant last_activity_at; ///< notes included: for the team only
    base::Instant last_public_at;   ///< what the client may know
    base::Instant state_since;
    std::optional<base::Instant> first_reply_at;
    std::optional<base::Instant> resolved_at;
    std::optional<base::Instant> closed_at;
    std::string resolution_summary;
    std::string close_reason; ///< code of the workflow: "duplicate"; counts out of statistics
    std::int64_t resolved_count = 0;
    std::int64_t reopened_count = 0;
    std::int64_t waited = 0;  ///< microseconds spent waiting for the client, until the state it has
    std::int64_t version = 1; ///< grows with state, assignee, priority; not with messages
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (id, number, title, description, excerpt, priority, state, anchor, waits_on,
                       is_open, project_id, client_id, requester_id, opened_by, assignee_id, origin,
                       opened_at, last_activity_at, last_public_at, state_since, first_reply_at,
                       resolved_at, closed_at, resolution_summary, close_reason, resolved_count,
                       reopened_count, waited, version))

WaitsOn waits_on(presets::Anchor anchor);
bool is_open(presets::Anchor anchor);

/// "T-{year}-{number:5}" → "T-2026-00042". Digits beyond the width are kept.
std::string number_text(std::string_view format, int year, std::int64_t number);

/// The first line or so of a Markdown text, at most 140 code points, without line breaks.
std::string excerpt_of(std::string_view markdown);

/// Puts a new ticket into the first state of the workflow.
void open(Ticket& ticket, const presets::Workflow& workflow, base::Instant now);

/// What somebody asks of a ticket: the code of a move and what it may need.
struct MoveRequest {
    std::string move;
    std::string text;               ///< public message or summary; empty when none was given
    std::string reason;             ///< code: "duplicate"
    tenancy::MembershipId assignee; ///< for moves that need one: who gets the ticket
};

/// The moves of a person of that side from the present state, whatever his permissions; staff may
/// be admins too.
std::vector<const presets::Move*> possible_moves(const presets::Workflow& workflow,
                                                 const Ticket& ticket, tenancy::Side side);
/// The one of that code among them. Refuses "tickets.refusal.move_not_allowed", naming those that
/// are.
const presets::Move& move_of(const presets::Workflow& workflow, const Ticket& ticket,
                             std::string_view code, tenancy::Side side);

/// Makes the move. Refuses "tickets.refusal.assignee_required", "…message_required",
/// "…summary_required", "…reason_required" and, past the delay of the move, "…too_late".
void apply(Ticket& ticket, const presets::Workflow& workflow, const presets::Move& move,
           const MoveRequest& request, base::Instant now);

/// After a change of vocabulary a ticket still means what it meant; once the client has answered,
/// it means what its state does. Returns whether anything changed.
bool realign(Ticket& ticket, const presets::Workflow& workflow);

/// The move a reply of the client makes by itself, if any.
const presets::Move* move_on_client_reply(const presets::Workflow& workflow, const Ticket& ticket);
/// The move that comes by itself some days after the present state began, if any.
const presets::Move* move_after_days(const presets::Workflow& workflow, const Ticket& ticket);

/// When what comes by itself after so many calendar days is due: at that hour of day J+n, in the
/// zone of the business, where J is the day of `since`.
base::Instant due_after_days(base::Instant since, std::chrono::days days, int hour,
                             std::string_view zone);

/// Refuses "tickets.refusal.closed": a read-only state takes no message, note or change.
void refuse_when_read_only(const presets::Workflow& workflow, const Ticket& ticket);

/// The present state; the words of its time when the workflow has lost it since.
const presets::State& state_of(const presets::Workflow& workflow, const Ticket& ticket);

} // namespace tickets
