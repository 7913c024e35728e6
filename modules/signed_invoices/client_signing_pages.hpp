#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace signed_invoices
{

/// On the page of an invoice, for its client: that he is asked to sign, or when he did.
html::Html client_panel(guard::Call& call);
/// On his home page: what waits for his signature.
html::Html waiting_panel(guard::Call& call);

http::Response show_signing(guard::Call& call);
http::Response create_signature(guard::Call& call);
http::Response create_code(guard::Call& call);
http::Response serve_signed_paper(guard::Call& call);

} // namespace signed_invoices
