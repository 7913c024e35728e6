#pragma once

#include "kernel/guard/call.hpp"

namespace payments
{

/// Below the page of an invoice that its client reads: how to pay it online.
html::Html checkout_panel(guard::Call& call);
/// Asks the provider for a place to pay what is due, whatever the form says.
http::Response create_checkout(guard::Call& call);
/// On the way there, and what is known after.
http::Response show_checkout(guard::Call& call);
/// Leads to the provider.
http::Response leave_for_provider(guard::Call& call);
/// Where the provider sends who paid.
http::Response show_return(guard::Call& call);

} // namespace payments
