#pragma once

#include "kernel/guard/call.hpp"

namespace payments
{

http::Response show_account(guard::Call& call);
http::Response update_account(guard::Call& call);
/// Asks the provider, and switches the button on when the key is good.
http::Response create_trial(guard::Call& call);
http::Response stop_account_page(guard::Call& call);

} // namespace payments
