#include "kernel/base/refusal.hpp"
#include "kernel/mail/links.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/buyer.hpp"
#include "modules/invoices/erasure_store.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_mails.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/late_invoice_store.hpp"
#include "modules/invoices/payment_store.hpp"
#include "modules/invoices/terms.hpp"

namespace invoices
{

using tenancy::WorkspaceTransaction;

Reach reach_of(WorkspaceTransaction& tx, InvoiceId id)
{
    const auto invoice = invoice_by_id(tx, id);
    auto issue = IssueStore{tx}.find(id);
    if (!issue) throw base::NotFound{};
    const bool is_forgotten = ErasureStore{tx}.is_forgotten(id);
    if (issue->to_email.empty() && !is_forgotten)
        issue->to_email = crm::client(tx, invoice.client_id).email;
    const auto place = reading_place(tx, invoice, *issue);
    return {.name = issue->to_name,
            .email = is_forgotten ? std::string{} : issue->to_email,
            .url = mail::absolute_url(place.path),
            .is_secret = place.is_secret,
            .is_business = buyer_from(issue->buyer).is_business,
            .is_forgotten = is_forgotten,
            .penalties = terms_from(issue->terms).penalties,
            .paper = issue->paper ? std::optional{files::FileId{*issue->paper}} : std::nullopt,
            .issued_by = issue->issued_by};
}

Balance held_balance(WorkspaceTransaction& tx, InvoiceId invoice)
{
    return PaymentStore{tx}.held(invoice);
}

std::vector<InvoiceId> late_invoices(WorkspaceTransaction& tx, const LateSpan& span)
{
    return LateInvoiceStore{tx}.list(span);
}

std::int64_t count_late(WorkspaceTransaction& tx, base::Date due_from, base::Date due_before)
{
    return LateInvoiceStore{tx}.count(due_from, due_before);
}

void note_reminded(WorkspaceTransaction& tx, InvoiceId invoice, const std::string& email)
{
    tell(tx, invoice, What::reminded, email);
}

} // namespace invoices
