#pragma once

#include "kernel/guard/call.hpp"

namespace settings
{

http::Response show_menu(guard::Call& call);
http::Response show_profile(guard::Call& call);
http::Response update_profile(guard::Call& call);
http::Response show_colour(guard::Call& call);
http::Response update_colour(guard::Call& call);
http::Response reset_colour(guard::Call& call);

} // namespace settings
