#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

http::Response show_second_factor(guard::Call& call);
http::Response add_second_factor(guard::Call& call);
/// Turns it off, or renews the recovery codes: both ask the password again.
http::Response change_second_factor(guard::Call& call);

} // namespace identity
