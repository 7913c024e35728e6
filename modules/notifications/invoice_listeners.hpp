#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/events.hpp"

/// What is told of invoices to the administrators. Runs within the transaction that tells the fact.
namespace notifications
{

void on_issued_invoice_turned_down(tenancy::WorkspaceTransaction& tx,
                                   const einvoicing::IssuedInvoiceTurnedDown& fact);

} // namespace notifications
