#pragma once

#include "kernel/guard/call.hpp"

namespace portal
{

http::Response enter_portal(guard::Call& call);
http::Response show_home(guard::Call& call);

} // namespace portal
