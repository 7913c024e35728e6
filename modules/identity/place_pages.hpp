#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

/// The chooser.
http::Response show_places(guard::Call& call);

} // namespace identity
