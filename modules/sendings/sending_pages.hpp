#pragma once

#include "kernel/guard/call.hpp"

namespace sendings
{

http::Response list_waiting(guard::Call& call);
http::Response create_sending(guard::Call& call);
http::Response check_waiting(guard::Call& call);
http::Response show_sending(guard::Call& call);

} // namespace sendings
