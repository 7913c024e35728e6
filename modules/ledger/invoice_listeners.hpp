#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

namespace ledger
{

/// In the transaction that issues or records. Refuses a date in a month that is closed, although
/// listeners refuse nothing: the law wants the deed undone with it.
void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& issued);
void on_payment_recorded(tenancy::WorkspaceTransaction& tx,
                         const invoices::PaymentRecorded& recorded);

} // namespace ledger
