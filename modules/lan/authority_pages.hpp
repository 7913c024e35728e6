#pragma once

#include "kernel/guard/call.hpp"

namespace lan
{

http::Response show_authority(guard::Call& call);
http::Response send_authority(guard::Call& call);

} // namespace lan
