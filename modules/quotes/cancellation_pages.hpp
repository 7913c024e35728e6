#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

/// Asks for the reason; of a quote that is invoiced, says which invoice is in the way.
http::Response confirm_cancellation(guard::Call& call);
http::Response create_cancellation(guard::Call& call);

} // namespace quotes
