#pragma once

#include "kernel/guard/call.hpp"

namespace home
{

http::Response enter_site(guard::Call& call);
http::Response enter_workspace(guard::Call& call);
http::Response show_day(guard::Call& call);
http::Response show_colours(guard::Call& call);

} // namespace home
