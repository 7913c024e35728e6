#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"

namespace accounting
{

inline constexpr const char* archive_job = "accounting.archive";

/// Writes the file of each closed month that has none; nothing where there is no FEC.
void run_archiving(tenancy::Context& context, const jobs::Job& job);
/// Leaves the job above; once for the same day that is closed.
void plan_archiving(tenancy::WorkspaceTransaction& tx, base::Date closed);

} // namespace accounting
