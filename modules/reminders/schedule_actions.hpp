#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/reminders/reminder.hpp"

namespace reminders
{

/// What becomes of invoices that are late already when reminders are switched on.
enum class Backlog { left_alone, reminded };

struct NewSchedule {
    bool is_on = false;
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::int64_t third = 0;
    Backlog backlog = Backlog::left_alone;
};
/// From the next round on. Switched on, it is about what falls due from today on, unless the
/// backlog is asked for; who leaves it on keeps the day it has. One entry of the journal.
void save_schedule(tenancy::WorkspaceTransaction& tx, const NewSchedule& wanted);

/// Late invoices that the schedule leaves alone: those due before it was switched on, or all when
/// it is off.
std::int64_t backlog_of(tenancy::WorkspaceTransaction& tx, const Schedule& schedule);

/// Leaves the next round; nothing while reminders are off.
void plan_round(tenancy::WorkspaceTransaction& tx, base::Instant now);

} // namespace reminders
