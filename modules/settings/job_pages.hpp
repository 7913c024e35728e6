#pragma once

#include "kernel/guard/call.hpp"

namespace settings
{

http::Response show_jobs(guard::Call& call);
http::Response retry_job(guard::Call& call);

} // namespace settings
