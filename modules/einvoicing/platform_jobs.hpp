#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/einvoicing/platform_connector.hpp"

namespace einvoicing
{

inline constexpr const char* trial_job = "einvoicing.try_platform";
inline constexpr const char* fetching_job = "einvoicing.fetch";

/// As use_platforms() was told.
PlatformReach platform_reach();

/// Job: asks the platform one question, and notes whether it answered.
void run_trial(tenancy::Context& context, const jobs::Job& job);
/// Job: takes what suppliers sent since the last time, at most 1 000 documents. Each is received by
/// itself; one that the platform does not give now is asked for again the next time.
void run_fetching(tenancy::Context& context, const jobs::Job& job);

} // namespace einvoicing
