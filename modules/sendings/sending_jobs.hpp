#pragma once

#include "kernel/jobs/jobs.hpp"

namespace sendings
{

/// Sends what waits in one sending, in the name of who asked.
inline constexpr const char* sending_job = "sendings.send";
void run_sending(tenancy::Context& context, const jobs::Job& job);

} // namespace sendings
