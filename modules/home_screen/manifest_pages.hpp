#pragma once

#include "kernel/guard/call.hpp"

namespace home_screen
{

http::Response show_manifest(guard::Call& call);
http::Response show_icon(guard::Call& call);

} // namespace home_screen
