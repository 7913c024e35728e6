#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

/// Every permission × role as data, and what the workspace may switch.
http::Response show_roles(guard::Call& call);
http::Response update_right(guard::Call& call);
http::Response update_two_factor(guard::Call& call);

} // namespace identity
