#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/events.hpp"

namespace expenses
{

/// Once: an expense to be checked for each of its taxes, with the original as its receipt. Nothing
/// where the module is off.
void on_supplier_invoice_accepted(tenancy::WorkspaceTransaction& tx,
                                  const einvoicing::SupplierInvoiceAccepted& fact);
/// What it became is cancelled, but for what a client was asked for already.
void on_supplier_invoice_refused(tenancy::WorkspaceTransaction& tx,
                                 const einvoicing::SupplierInvoiceRefused& fact);
void on_supplier_invoice_paid(tenancy::WorkspaceTransaction& tx,
                              const einvoicing::SupplierInvoicePaid& fact);

} // namespace expenses
