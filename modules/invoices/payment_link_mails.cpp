#include "modules/invoices/payment_link_mails.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/invoices/sent_invoice.hpp"

namespace invoices
{

using i18n::t;

void mail_payment_link(tenancy::WorkspaceTransaction& tx, const Invoice& invoice,
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
    mail::send(tx, message);
}

} // namespace invoices
