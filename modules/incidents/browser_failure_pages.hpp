#pragma once

#include "kernel/guard/page.hpp"

namespace incidents
{

http::Response note_browser_failure(guard::Call& call);

} // namespace incidents
