#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/einvoicing/platform_connector.hpp"

#include <memory>
#include <string>

namespace einvoicing
{

inline constexpr const char* trial_job = "einvoicing.try_platform";
inline constexpr const char* fetching_job = "einvoicing.fetch";

/// As use_platforms() was told.
PlatformReach platform_reach();

/// What to ask from, an hour before the last that was seen: flows of one second come apart. Empty
/// from the beginning.
std::string asked_after(const std::string& seen_until);
/// The platform of a workspace; nothing unless it is active.
std::unique_ptr<PlatformConnector> active_connector(const tenancy::Context& context);

/// Job: asks the platform one question, and notes whether it answered.
void run_trial(tenancy::Context& context, const jobs::Job& job);
/// Job: takes what suppliers sent since the last time, at most 1 000 documents. Each is received by
/// itself; one that the platform does not give now is asked for again the next time.
void run_fetching(tenancy::Context& context, const jobs::Job& job);

} // namespace einvoicing
