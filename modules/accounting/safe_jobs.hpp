#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"

namespace accounting
{

inline constexpr const char* copy_job = "accounting.copy";

/// Sends what is not in the safe of months that are over, object by object, each noted before the
/// next: what was sent is not sent again. Stops at the first failure, and tells it.
void run_copying(tenancy::Context& context, const jobs::Job& job);

} // namespace accounting
