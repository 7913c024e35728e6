#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

/// Asks, with what leaves and to whom, before anything does.
http::Response confirm_sending(guard::Call& call);
http::Response create_sending(guard::Call& call);

} // namespace quotes
