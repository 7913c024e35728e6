#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace expenses
{

/// One expense, from its page.
http::Response create_billing(guard::Call& call);
/// All that a client still has to pay back.
http::Response create_client_billing(guard::Call& call);
http::Response take_back_expense(guard::Call& call);
/// On the page of a client: what he still has to pay back.
html::Html recoverable_panel(guard::Call& call);

} // namespace expenses
