#include "modules/signed_invoices/invoice_listeners.hpp"

#include "modules/signed_invoices/request_actions.hpp"

namespace signed_invoices
{

void on_invoice_issued(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& issued)
{
    if (issued.kind == invoices::InvoiceKind::credit_note) return;
    const auto wish = wish_of(tx);
    if (wish == Wish::off) return;
    RequestStore{tx}.insert(
        {.invoice_id = issued.invoice, .wish = wish, .signature_id = {}, .signed_at = {}});
}

} // namespace signed_invoices
