#pragma once

#include "kernel/guard/call.hpp"
#include "modules/invoices/events.hpp"

namespace invoices
{

/// The paper as it was issued. Throws base::NotFound for one that was not; one whose paper is still
/// being made says so (409).
http::Response issued_paper_file(guard::Call& call, InvoiceId invoice);

} // namespace invoices
