#include "modules/invoices/payment_link_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/mail/links.hpp"
#include "modules/invoices/erasure_store.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_link.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/payment_link_mails.hpp"
#include "modules/invoices/payment_store.hpp"

namespace invoices
{
namespace
{

using tenancy::WorkspaceTransaction;

/// The number of a deposit of the same quote of which something is still due; empty: none.
std::string unpaid_deposit(WorkspaceTransaction& tx, const Invoice& balance)
{
    if (balance.kind != InvoiceKind::balance || !balance.quote_id) return {};
    for (const auto& one : InvoiceStore{tx}.of_quote(*balance.quote_id)) {
        const bool is_asked = one.kind == InvoiceKind::deposit && one.state == InvoiceState::issued;
        if (is_asked && PaymentStore{tx}.balance(one.id).left() > base::Cents{}) return one.number;
    }
    return {};
}

} // namespace

std::optional<PaymentLink> payment_link(WorkspaceTransaction& tx, const Invoice& invoice)
{
    const bool is_asked =
        invoice.state == InvoiceState::issued && invoice.kind != InvoiceKind::credit_note;
    if (!is_asked || ErasureStore{tx}.is_forgotten(invoice.id)) return {};
    PaymentLink link{.invoice = invoice.id,
                     .kind = invoice.kind,
                     .url = {},
                     .left = PaymentStore{tx}.balance(invoice.id).left()};
    if (link.left <= base::Cents{}) return {};
    link.waits_for = unpaid_deposit(tx, invoice);
    if (link.waits_for.empty())
        link.url = mail::absolute_url("/p/" + tx.workspace().slug + "/facture/" +
                                      link_token(tx.workspace(), invoice.id));
    return link;
}

void send_payment_link(WorkspaceTransaction& tx, InvoiceId id, const std::string& email)
{
    const auto invoice = invoice_by_id(tx, id);
    const auto link = payment_link(tx, invoice);
    base::refuse_unless(link.has_value(), "invoices.refusal.nothing_to_pay");
    base::refuse_unless(link->waits_for.empty(), "invoices.refusal.deposit_first",
                        {{"number", link->waits_for}});

    mail_payment_link(tx, invoice, *link, email);
    audit::append(tx, {.action = "invoices.link_sent",
                       .subject_kind = "invoice",
                       .subject = id.value,
                       .changes = {{"email", "", email}}});
}

} // namespace invoices
