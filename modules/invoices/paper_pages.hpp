#pragma once

#include "kernel/guard/call.hpp"
#include "modules/invoices/events.hpp"

namespace invoices
{

/// The paper as it was issued. Throws base::NotFound for one that was not; one whose paper is still
/// being made says so (409).
http::Response issued_paper_file(guard::Call& call, InvoiceId invoice);

/// A copy of it that says on each page that it is one; the journal says who took it. The paper that
/// is kept stays as it is.
http::Response duplicate_file(guard::Call& call, InvoiceId invoice);

} // namespace invoices
