#pragma once

#include "kernel/guard/call.hpp"

namespace einvoicing
{

http::Response show_platform(guard::Call& call);
http::Response update_platform(guard::Call& call);
http::Response create_trial(guard::Call& call);
http::Response activate_platform(guard::Call& call);
http::Response stop_platform(guard::Call& call);
http::Response create_fetching(guard::Call& call);

} // namespace einvoicing
