#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/e_document.hpp"
#include "modules/invoices/invoice_paper.hpp"

namespace invoices
{

/// The paper of an invoice as it was issued, of what was frozen with it. Throws base::NotFound for
/// one that was not.
InvoicePaper issued_paper(tenancy::WorkspaceTransaction& tx, InvoiceId invoice);

/// Draws the paper of an issued invoice, in France with its e-invoice inside, keeps its exact
/// bytes, and writes the mail that takes it along. Once, however often it is asked.
void issue_paper(tenancy::Context& context, InvoiceId invoice);

} // namespace invoices
