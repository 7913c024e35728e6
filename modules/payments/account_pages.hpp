#pragma once

#include "kernel/guard/call.hpp"

namespace payments
{

/// The providers, and which of them clients see.
http::Response list_accounts(guard::Call& call);

/// Of the provider that the path names.
http::Response show_account(guard::Call& call);
http::Response update_account(guard::Call& call);
/// A real request with the key.
http::Response create_trial(guard::Call& call);
http::Response stop_account_page(guard::Call& call);
http::Response update_copies(guard::Call& call);

} // namespace payments
