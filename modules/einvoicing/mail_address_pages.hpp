#pragma once

#include "kernel/guard/call.hpp"

namespace einvoicing
{

http::Response show_mail_address(guard::Call& call);
/// Makes one, or another in place of the one there is.
http::Response create_mail_address(guard::Call& call);
http::Response stop_mail_address(guard::Call& call);

/// For the list of supplier invoices, by what the actor may.
html::Html mail_address_panel(guard::Call& call);

} // namespace einvoicing
