#include "modules/invoices/payment_link_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/invoices/erasure_store.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_link.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/payment_store.hpp"
#include "modules/invoices/sent_invoice.hpp"

namespace invoices
{
namespace
{

using i18n::t;
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

mail::NewMessage message_of(WorkspaceTransaction& tx, const Invoice& invoice,
                            const PaymentLink& link, const std::string& email)
{
    const auto currency = sale_documents::books_of(tx.workspace()).currency;
    const auto name = reach_of(tx, invoice.id).name;
    const base::Params params{{"number", invoice.number},
                              {"title", invoice.title},
                              {"name", name},
                              {"business", tx.workspace().name},
                              {"amount", i18n::money(link.left, currency)},
                              {"due", invoice.due_on ? i18n::long_date(*invoice.due_on) : ""}};
    const auto key = "invoices.payment_link.mail." + std::string{forms::enum_name(invoice.kind)};
    mail::NewMessage message{
        .to_name = name,
        .to_email = email,
        .subject = t(key + ".subject", params),
        .paragraphs = {t("invoices.mail.greeting", params), t(key + ".body", params),
                       t("invoices.payment_link.mail.how", params)},
        .quote = {},
        .button =
            mail::NewMessage::Button{t("invoices.payment_link.mail.button", params), link.url},
        .small_print = t("invoices.mail.why", params),
        .template_name = "invoices.payment_link",
        .is_secret = true};
    if (invoice.due_on) message.paragraphs.push_back(t("invoices.mail.due", params));
    return message;
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

    mail::send(tx, message_of(tx, invoice, *link, email));
    audit::append(tx, {.action = "invoices.link_sent",
                       .subject_kind = "invoice",
                       .subject = id.value,
                       .changes = {{"email", "", email}}});
}

} // namespace invoices
