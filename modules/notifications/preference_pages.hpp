#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace notifications
{

http::Response show_preferences(guard::Call& call);
http::Response update_choices(guard::Call& call);

/// The business's table, one role at a time.
http::Response show_rules(guard::Call& call);
http::Response update_rule(guard::Call& call);

/// On « Mon compte »: the way to one's preferences, in each workspace of the person.
html::Html preferences_panel(guard::Call& call);

} // namespace notifications
