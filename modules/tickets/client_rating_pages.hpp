#pragma once

#include "kernel/guard/call.hpp"

namespace tickets
{

/// Panel of the client's page: what he thought of what was done for him. Nothing without an
/// opinion.
html::Html client_ratings_panel(guard::Call& call);

} // namespace tickets
