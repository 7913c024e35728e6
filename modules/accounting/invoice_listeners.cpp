#include "modules/accounting/invoice_listeners.hpp"

#include "modules/accounting/sale_actions.hpp"

namespace accounting
{

void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& issued)
{
    book_sale(tx, *issued.facts);
}

void on_payment_recorded(tenancy::WorkspaceTransaction& tx,
                         const invoices::PaymentRecorded& recorded)
{
    book_payment(tx, recorded);
}

} // namespace accounting
