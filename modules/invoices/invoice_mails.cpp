#include "modules/invoices/invoice_mails.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice_link.hpp"
#include "modules/invoices/invoice_paper.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

/// Who is written to signs in for this client with that very address, and sees all of it.
bool has_account(WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue)
{
    const auto accounts = auth::accounts_of_client(tx, invoice.client_id);
    return std::ranges::any_of(accounts, [&](const auth::MemberDetail& account) {
        return account.status == auth::MembershipStatus::active &&
               base::lower_ascii(auth::email_of(tx, account.id)) ==
                   base::lower_ascii(issue.to_email) &&
               !crm::is_limited(tx, account.id);
    });
}

mail::NewMessage message_to_client(WorkspaceTransaction& tx, const Invoice& invoice,
                                   const Issue& issue, const std::string& what, base::Cents amount)
{
    const auto currency = sale_documents::books_of(tx.workspace()).currency;
    const base::Params params{{"title", invoice.title},
                              {"document", title_of(invoice)},
                              {"name", issue.to_name},
                              {"business", tx.workspace().name},
                              {"amount", i18n::money(amount, currency)},
                              {"due", invoice.due_on ? i18n::long_date(*invoice.due_on) : ""}};
    const auto place = reading_place(tx, invoice, issue);
    const auto key = "invoices.mail." + what;
    mail::NewMessage message{
        .to_name = issue.to_name,
        .to_email = issue.to_email,
        .subject = t(key + ".subject", params),
        .paragraphs = {t("invoices.mail.greeting", params), t(key + ".body", params)},
        .quote = {},
        .button =
            mail::NewMessage::Button{t("invoices.mail.button"), mail::absolute_url(place.path)},
        .small_print = t("invoices.mail.why", params),
        .template_name = "invoices." + what,
        .is_secret = place.is_secret};
    if (invoice.due_on) message.paragraphs.push_back(t("invoices.mail.due", params));
    return message;
}

} // namespace

ReadingPlace reading_place(WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue)
{
    const auto portal = "/p/" + tx.workspace().slug;
    if (has_account(tx, invoice, issue))
        return {.path = portal + "/factures/" + invoice.id.text(), .is_secret = false};
    return {.path = portal + "/facture/" + link_token(tx.workspace(), invoice.id),
            .is_secret = true};
}

void mail_issue(WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue,
                files::FileId paper)
{
    const bool is_credit = invoice.kind == InvoiceKind::credit_note;
    auto message = message_to_client(tx, invoice, issue, is_credit ? "credited" : "issued",
                                     invoice.gross.value_or(base::Cents{}));
    message.quote = issue.words;
    mail::attach(tx, mail::send(tx, message), paper);
}

} // namespace invoices
