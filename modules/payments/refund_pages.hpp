#pragma once

#include "kernel/guard/call.hpp"

namespace payments
{

/// On an issued invoice: what was taken online, what became of each try, and the way to give back.
html::Html takings_panel(guard::Call& call);
http::Response confirm_refund(guard::Call& call);
http::Response create_refund(guard::Call& call);

} // namespace payments
