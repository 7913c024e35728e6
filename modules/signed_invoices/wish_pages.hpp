#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace signed_invoices
{

/// Whether clients are asked to sign, on the page where invoices are set.
html::Html wish_panel(guard::Call& call);
/// The same by itself: what was refused is shown there.
http::Response show_wish(guard::Call& call);
http::Response update_wish(guard::Call& call);

} // namespace signed_invoices
