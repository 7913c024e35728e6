#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

namespace accounting
{

/// Within the transaction that issued it, or that recorded the payment.
void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& issued);
void on_payment_recorded(tenancy::WorkspaceTransaction& tx,
                         const invoices::PaymentRecorded& recorded);

} // namespace accounting
