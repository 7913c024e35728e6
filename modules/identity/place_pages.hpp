#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

/// The chooser (PLT-005).
http::Response show_places(guard::Call& call);

} // namespace identity
