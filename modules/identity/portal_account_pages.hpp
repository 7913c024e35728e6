#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

/// The accounts by which clients sign in, as the team sees them.
html::Html portal_accounts_panel(guard::Call& call);
http::Response show_portal_account(guard::Call& call);
http::Response close_portal_account(guard::Call& call);
http::Response reopen_portal_account(guard::Call& call);
http::Response create_reset_link(guard::Call& call);

} // namespace identity
