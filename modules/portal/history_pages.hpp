#pragma once

#include "kernel/guard/call.hpp"

namespace portal
{

/// Everything a client had done, by year, in the sections of the slots.
http::Response show_history(guard::Call& call);

} // namespace portal
