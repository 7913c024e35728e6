#pragma once

#include "kernel/jobs/jobs.hpp"

namespace einvoicing
{

inline constexpr const char* transmission_job = "einvoicing.transmit";
inline constexpr const char* following_job = "einvoicing.follow";

/// Job: gives one invoice to the platform, which ends with one flow of it: whatever may have gone
/// before is asked about first. Throws what another try may mend.
void run_transmission(tenancy::Context& context, const jobs::Job& job);
/// Job: takes what is told of the invoices that were sent, at most 1 000 messages. One that cannot
/// be read is recorded so, and holds up no other.
void run_following(tenancy::Context& context, const jobs::Job& job);

} // namespace einvoicing
