#pragma once

#include "kernel/jobs/jobs.hpp"

namespace reminders
{

/// Each working morning, in the zone of the workspace: who is late is written to.
inline constexpr const char* round_job = "reminders.round";
void run_round(tenancy::Context& context, const jobs::Job& job);

} // namespace reminders
