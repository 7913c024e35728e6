#pragma once

#include "kernel/guard/call.hpp"

/// The team's pages of related tickets, under /e/{workspace}/tickets/{number}.
namespace tickets
{

http::Response choose_linked(guard::Call& call);
http::Response create_link(guard::Call& call);
http::Response delete_link(guard::Call& call);
http::Response create_copy(guard::Call& call);

} // namespace tickets
