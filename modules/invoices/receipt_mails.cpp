#include "modules/invoices/receipt_mails.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/invoices/receipt_store.hpp"
#include "modules/invoices/sent_invoice.hpp"

namespace invoices
{

using i18n::t;

void mail_receipt(tenancy::WorkspaceTransaction& tx, const Invoice& invoice, const Payment& payment,
                  base::Cents left)
{
    if (payment.kind != PaymentKind::payment || !ReceiptStore{tx}.are_sent()) return;
    const auto reach = reach_of(tx, invoice.id);
    if (reach.email.empty()) return;

    const auto currency = sale_documents::books_of(tx.workspace()).currency;
    const base::Cents nothing;
    const base::Params params{
        {"number", invoice.number},
        {"title", invoice.title},
        {"name", reach.name},
        {"business", tx.workspace().name},
        {"amount", i18n::money(payment.amount, currency)},
        {"day", i18n::long_date(payment.received_on)},
        {"means", t("invoices.receipt.by." + std::string{forms::enum_name(payment.means)})},
        {"left", i18n::money(left < nothing ? -left : left, currency)}};
    const auto* rest = left > nothing   ? "invoices.receipt.left"
                       : left < nothing ? "invoices.receipt.surplus"
                                        : "invoices.receipt.settled";
    mail::send(tx, {.to_name = reach.name,
                    .to_email = reach.email,
                    .subject = t("invoices.receipt.subject", params),
                    .paragraphs = {t("invoices.mail.greeting", params),
                                   t("invoices.receipt.body", params), t(rest, params)},
                    .quote = {},
                    .button = mail::NewMessage::Button{t("invoices.mail.button"), reach.url},
                    .small_print = t("invoices.mail.why", params),
                    .template_name = "invoices.receipt",
                    .is_secret = reach.is_secret});
}

} // namespace invoices
