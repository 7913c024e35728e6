#pragma once

#include "kernel/guard/call.hpp"

namespace notifications
{

http::Response list_wordings(guard::Call& call);
/// « ?nom=tickets.received ».
http::Response show_wording(guard::Call& call);
http::Response update_wording(guard::Call& call);
/// Nothing is saved.
http::Response preview_wording(guard::Call& call);
http::Response reset_wording(guard::Call& call);

} // namespace notifications
