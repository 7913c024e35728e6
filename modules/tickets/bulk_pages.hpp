#pragma once

#include "kernel/guard/call.hpp"

/// One change for several tickets of the list, under /e/{workspace}/tickets/selection.
namespace tickets
{

http::Response select_tickets(guard::Call& call);
http::Response update_tickets(guard::Call& call);

} // namespace tickets
