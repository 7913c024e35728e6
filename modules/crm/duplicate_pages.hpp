#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

/// A piece of HTML for the form of a client while it is typed; empty when nobody is alike.
http::Response show_alikes(guard::Call& call);
http::Response list_duplicates(guard::Call& call);
http::Response dismiss_pair(guard::Call& call);
http::Response update_duplicate_rule(guard::Call& call);

} // namespace crm
