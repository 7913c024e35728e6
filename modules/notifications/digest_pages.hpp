#pragma once

#include "kernel/jobs/jobs.hpp"

namespace notifications
{

/// « notifications.digest »: writes the digest of the member whose id is the payload: what he has
/// not read and may still see, with his rights of that moment. Nothing left = no mail.
void run_digest(tenancy::Context& context, const jobs::Job& job);

} // namespace notifications
