#pragma once

#include "kernel/jobs/jobs.hpp"

namespace payments
{

inline constexpr const char* follow_job = "payments.follow";

/// Job: asks a provider where a client's try stands, so that a payment is found that nobody told
/// of. What was told and cannot be asked now is tried again; the rest waits for the next look.
void run_follow(tenancy::Context& context, const jobs::Job& job);

} // namespace payments
