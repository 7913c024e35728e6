#pragma once

#include "kernel/jobs/jobs.hpp"

namespace einvoicing
{

inline constexpr const char* telling_job = "einvoicing.tell_reports";

/// Job: tells the periods whose day has come.
void run_telling(tenancy::Context& context, const jobs::Job& job);

} // namespace einvoicing
