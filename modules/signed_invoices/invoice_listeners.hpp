#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

namespace signed_invoices
{

/// Asks its client to sign, where that is wished; never of a credit note.
void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& issued);

} // namespace signed_invoices
