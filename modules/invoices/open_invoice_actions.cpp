#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/invoices/open_invoice_store.hpp"

namespace invoices
{

using tenancy::WorkspaceTransaction;

std::vector<OpenVersion> open_invoices(WorkspaceTransaction& tx, InvoiceId after, int limit)
{
    return OpenInvoiceStore{tx}.list(after, limit);
}

std::optional<OpenInvoice> open_invoice(WorkspaceTransaction& tx, InvoiceId id)
{
    const auto invoice = InvoiceStore{tx}.find(id);
    if (!invoice || !is_open(invoice->state)) return {};
    const auto client = crm::client(tx, invoice->client_id);
    const auto addressee = crm::addressee(tx, invoice->client_id);
    return OpenInvoice{.id = id,
                       .version = invoice->version,
                       .is_checked = invoice->state == InvoiceState::checked,
                       .title = invoice->title,
                       .client = invoice->client_id,
                       .client_name = client.name,
                       .to_name = addressee.contact.empty() ? client.name : addressee.contact,
                       .to_email = client.email,
                       .asked = invoice->gross,
                       .missing = missing_in(tx, *invoice)};
}

void check_open_invoice(WorkspaceTransaction& tx, const OpenVersion& seen)
{
    check_invoice(tx, seen.id, seen.version);
}

std::string issue_by_mail(WorkspaceTransaction& tx, const OpenInvoice& invoice,
                          std::int64_t seen_version)
{
    issue_invoice(tx, {.invoice = invoice.id,
                       .seen_version = seen_version,
                       .way = Way::mail,
                       .to_name = invoice.to_name,
                       .to_email = invoice.to_email,
                       .words = {}});
    return invoice_by_id(tx, invoice.id).number;
}

} // namespace invoices
