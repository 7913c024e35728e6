#include "modules/einvoicing/report_listeners.hpp"

#include "modules/einvoicing/report_actions.hpp"
#include "modules/einvoicing/statement_actions.hpp"

namespace einvoicing
{

void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& fact)
{
    note_sale(tx, fact);
}

void on_payment_recorded(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact)
{
    note_payment(tx, fact);
    if (tx.workspace().modules.contains("einvoicing")) tell_collected(tx, fact);
}

} // namespace einvoicing
