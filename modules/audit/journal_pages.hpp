#pragma once

#include "kernel/guard/call.hpp"

namespace audit
{

http::Response show_journal(guard::Call& call);
http::Response export_journal(guard::Call& call);
/// What those who lead the business did last: a panel.
html::Html recent_panel(guard::Call& call);

} // namespace audit
