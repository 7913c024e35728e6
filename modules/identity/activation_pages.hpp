#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

/// How somebody to whom the team gave a user name opens his account.
http::Response show_activation(guard::Call& call);
http::Response activate(guard::Call& call);

} // namespace identity
