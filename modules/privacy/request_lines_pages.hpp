#pragma once

#include "kernel/guard/call.hpp"
#include "modules/privacy/request.hpp"
#include "modules/privacy/request_views.hpp"

namespace privacy
{

/// A request as lists show it; `page` is left to the caller.
RequestLine line_of(const guard::Call& call, const Request& request);
std::string day_of(const guard::Call& call, base::Instant at);

} // namespace privacy
