#pragma once

#include "kernel/guard/call.hpp"

/// The team's pages of merging and splitting, under /e/{workspace}/tickets/{number}.
namespace tickets
{

/// Chooses the ticket that goes on, then shows what the merge makes of the two (« avec »).
http::Response choose_merge(guard::Call& call);
http::Response create_merge(guard::Call& call);
http::Response new_split(guard::Call& call);
http::Response create_split(guard::Call& call);

} // namespace tickets
