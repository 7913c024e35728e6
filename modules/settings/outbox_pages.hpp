#pragma once

#include "kernel/guard/call.hpp"

namespace settings
{

http::Response show_outbox(guard::Call& call);
http::Response show_message(guard::Call& call);
/// The platform's own, to whoever sits at the machine, while no server sends them.
http::Response show_platform_outbox(guard::Call& call);
http::Response show_platform_message(guard::Call& call);

} // namespace settings
