#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"

namespace accounting
{

inline constexpr const char* push_job = "accounting.push";

/// Sends what is not outside yet, one entry after the other; each is noted before it leaves and
/// once it is there, and one whose answer was lost is looked for before it is sent again. Where
/// nobody answers it stops; what waits is planned again within the hour. Some at a time, then
/// another job.
void run_pushing(tenancy::Context& context, const jobs::Job& job);

} // namespace accounting
