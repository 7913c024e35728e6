#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

http::Response show_follow_ups(guard::Call& call);
http::Response update_follow_ups(guard::Call& call);

} // namespace quotes
