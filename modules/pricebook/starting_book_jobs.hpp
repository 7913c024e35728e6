#pragma once

#include "kernel/jobs/jobs.hpp"

namespace pricebook
{

/// Writes the price book a trade starts with.
inline constexpr const char* install_job = "pricebook.install";
void run_install(tenancy::Context& context, const jobs::Job& job);

} // namespace pricebook
