#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

/// What is issued and paid is written down for the tax office, whether the module is on or not, so
/// that nothing is missing when it is switched on. Runs within the transaction that tells the fact.
namespace einvoicing
{

void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& fact);
void on_payment_recorded(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact);

} // namespace einvoicing
