#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

/// The paper as the client will get it, as PDF. Of a draft: with no number, and it says so.
http::Response show_paper(guard::Call& call);

} // namespace quotes
