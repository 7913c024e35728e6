#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/tickets/timeline.hpp"

#include <string>

/// What every change of a ticket leaves behind: the saved row, a line of the timeline, an audit
/// row, a fact for other modules. Used by the actions only.
namespace tickets
{

/// Writes `after` over `before`; throws changed_meanwhile() when somebody was faster. `after`
/// carries the new version then.
void save_change(tenancy::WorkspaceTransaction& tx, const Ticket& before, Ticket& after);

/// A line of the timeline, by the actor, now.
struct Happening {
    EventKind kind = EventKind::opened;
    std::string old_value;
    std::string new_value;
};
void record(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, const Happening& happening);

/// These also write audit and tell the fact.
void record_opening(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
void record_move(tenancy::WorkspaceTransaction& tx, const Ticket& before, const Ticket& after);
void record_assignment(tenancy::WorkspaceTransaction& tx, const Ticket& before,
                       const Ticket& after);
void record_priority(tenancy::WorkspaceTransaction& tx, const Ticket& before, const Ticket& after);

/// « Maïwenn a changé ce ticket : il est maintenant En cours » (409).
base::Refusal changed_meanwhile(tenancy::WorkspaceTransaction& tx, const Ticket& current);
/// « Maïwenn s’en occupe déjà » (409).
base::Refusal already_taken(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId holder);

/// The number of a ticket opened at that instant: the next of the year in the workspace's zone.
std::string take_number_text(tenancy::WorkspaceTransaction& tx, base::Instant opened_at);

/// The member, active and of the team; else throws base::NotFound.
auth::MemberName require_active_staff(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

/// The job of the move that comes by itself after some days, if the new state has one.
void schedule_next(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// The job that alerts the admins about an urgent ticket nobody takes, the delay counted `from`
/// there.
void watch_urgent(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, base::Instant from);

} // namespace tickets
