#pragma once

#include "kernel/jobs/jobs.hpp"

namespace notifications
{

/// « notifications.message »: writes to a member what happened to one object since ten minutes, by
/// mail, by text or both as he wants it, with his rights of that moment. What he has read meanwhile
/// is not written.
void run_message(tenancy::Context& context, const jobs::Job& job);

} // namespace notifications
