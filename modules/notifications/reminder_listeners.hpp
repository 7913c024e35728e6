#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/reminders/events.hpp"

namespace notifications
{

/// To who issued the invoice, or the administrators when he left.
void on_reminder_held(tenancy::WorkspaceTransaction& tx, const reminders::ReminderHeld& fact);

} // namespace notifications
