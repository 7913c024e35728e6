#pragma once

#include "kernel/guard/call.hpp"

namespace dashboards
{

http::Response show_dashboard(guard::Call& call);
/// The rows of one figure.
http::Response list_rows(guard::Call& call);

} // namespace dashboards
