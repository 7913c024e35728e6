#pragma once

#include "modules/expenses/expense.hpp"
#include "modules/invoices/invoices.hpp"

#include <vector>

/// What was advanced for a client, put on his next invoice. A line of it names the expense by its
/// number: that is how it is known again when the invoice is issued.
namespace expenses
{

/// Each becomes a line, before its taxes, of the client's next draft; they are asked no second
/// time. All of one client, 1 to recoverable_max. Refuses "expenses.refusal.not_recoverable", and
/// "expenses.refusal.changed_meanwhile" (409) for who comes second; throws base::NotFound, and
/// base::Forbidden for an actor without « invoices.manage ».
invoices::InvoiceId put_on_invoice(tenancy::WorkspaceTransaction& tx,
                                   const std::vector<ExpenseId>& ids);
/// Of one that is on a draft: its line leaves the draft, and it may be asked again. Refuses
/// "expenses.refusal.not_on_draft"; throws base::NotFound.
void take_back(tenancy::WorkspaceTransaction& tx, ExpenseId id);
/// Whether the workspace invoices, and the actor may.
bool may_bill(const tenancy::WorkspaceTransaction& tx);

/// Named by its number; one whose line was taken off the draft may be asked again.
void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& fact);
/// What was on it may be asked again.
void on_invoice_removed(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceRemoved& fact);
void on_invoice_cancelled(tenancy::WorkspaceTransaction& tx,
                          const invoices::InvoiceCancelled& fact);

} // namespace expenses
