#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

http::Response show_timeline(guard::Call& call);

/// Panel of the client's page: the newest entries.
html::Html timeline_panel(guard::Call& call);

} // namespace crm
