#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace reminders
{

http::Response show_schedule(guard::Call& call);
http::Response update_schedule(guard::Call& call);

/// On the page of an issued invoice.
html::Html reminders_panel(guard::Call& call);
http::Response create_reminder(guard::Call& call);
http::Response ask_dispute(guard::Call& call);
http::Response create_dispute(guard::Call& call);
http::Response end_dispute(guard::Call& call);

} // namespace reminders
