#pragma once

#include "kernel/jobs/jobs.hpp"

namespace einvoicing
{

inline constexpr const char* dispatch_job = "einvoicing.dispatch";

/// Job: gives one message to the platform, once. Throws what another try may mend.
void run_dispatch(tenancy::Context& context, const jobs::Job& job);

} // namespace einvoicing
