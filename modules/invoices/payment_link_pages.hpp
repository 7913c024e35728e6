#pragma once

#include "kernel/guard/call.hpp"

namespace invoices
{

/// Asks where the link goes; the address of the invoice is proposed.
http::Response show_link_sending(guard::Call& call);
http::Response create_link_sending(guard::Call& call);

} // namespace invoices
