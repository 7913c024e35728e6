#include "modules/invoices/e_document.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/issued_facts.hpp"
#include "modules/invoices/payment_store.hpp"

#include <cassert>

namespace invoices
{

Facts facts_from(const tenancy::WorkspaceTransaction& tx, const Invoice& invoice,
                 const Issue& issue, const Balance& balance)
{
    const auto buyer = buyer_from(issue.buyer);
    return {.invoice = invoice.id,
            .kind = invoice.kind,
            .number = invoice.number,
            .title = invoice.title,
            .nature = invoice.nature,
            .issued_on = invoice.issued_on.value_or(base::Date{}),
            .due_on = invoice.due_on,
            .client = invoice.client_id,
            .parties = sale_documents::parties_from(issue.parties),
            .figures = billing::figures_from(issue.figures),
            .credits = invoice.credits_id,
            .quote = invoice.quote_id,
            .paper_sha256 = issue.paper_sha256,
            .circuit = circuit_in(sale_documents::books_of(tx.workspace()), buyer),
            .buyer_siren = buyer.siren,
            .buyer_vat_number = buyer.vat_number,
            .buyer_country = buyer.country,
            .is_cancelled = invoice.state == InvoiceState::cancelled,
            .balance = balance};
}

std::map<InvoiceId, Facts> facts(tenancy::WorkspaceTransaction& tx,
                                 const std::vector<InvoiceId>& ids)
{
    assert(ids.size() <= facts_max);
    InvoiceStore invoices{tx};
    IssueStore issues{tx};
    PaymentStore payments{tx};
    std::map<InvoiceId, Facts> found;
    for (const auto id : ids) {
        const auto invoice = invoices.find(id);
        const auto issue = issues.find(id);
        if (invoice && issue)
            found.emplace(id, facts_from(tx, *invoice, *issue, payments.balance(id)));
    }
    return found;
}

std::optional<files::File> issued_paper_of(tenancy::WorkspaceTransaction& tx, InvoiceId invoice)
{
    const auto issue = IssueStore{tx}.find(invoice);
    if (!issue || !issue->paper) return {};
    return files::find(tx, files::FileId{*issue->paper});
}

} // namespace invoices
