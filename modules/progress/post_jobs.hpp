#pragma once

#include "kernel/jobs/jobs.hpp"

namespace progress
{

inline constexpr const char* purge_job = "progress.purge";

/// When what was deleted at that moment has been kept long enough.
void plan_purge(tenancy::WorkspaceTransaction& tx, base::Instant deleted_at);
void run_purge(tenancy::Context& context, const jobs::Job& job);

} // namespace progress
