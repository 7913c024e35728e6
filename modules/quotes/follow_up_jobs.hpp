#pragma once

#include "kernel/jobs/jobs.hpp"

namespace quotes
{

inline constexpr const char* follow_up_job = "quotes.follow_up";
void run_follow_up(tenancy::Context& context, const jobs::Job& job);

/// Each night, in the zone of the workspace: what is past its last day expires.
inline constexpr const char* expiry_job = "quotes.expiry";
void run_expiry(tenancy::Context& context, const jobs::Job& job);

} // namespace quotes
