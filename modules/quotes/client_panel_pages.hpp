#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

/// The quotes of a client, on his page for the team.
html::Html client_quotes_panel(guard::Call& call);

} // namespace quotes
