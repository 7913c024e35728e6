#pragma once

#include "kernel/jobs/jobs.hpp"

namespace backup
{

void make_now(tenancy::Context& context, const jobs::Job& job);
void rehearse_now(tenancy::Context& context, const jobs::Job& job);

} // namespace backup
