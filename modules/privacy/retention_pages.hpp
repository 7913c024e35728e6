#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace privacy
{

http::Response show_retention(guard::Call& call);
http::Response update_periods(guard::Call& call);
http::Response create_hold(guard::Call& call);
http::Response delete_hold(guard::Call& call);
/// On a client's page.
html::Html hold_panel(guard::Call& call);

} // namespace privacy
