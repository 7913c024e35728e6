#pragma once

#include "kernel/jobs/jobs.hpp"

namespace ledger
{

inline constexpr const char* close_job = "ledger.close";

/// Closes what is over, verifies the chain, and leaves the next midnight's job.
void run_closing(tenancy::Context& context, const jobs::Job& job);

} // namespace ledger
