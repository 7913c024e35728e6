#include "modules/payments/debit_mails.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/payments/provider_words.hpp"

namespace payments
{

void mail_debit(tenancy::WorkspaceTransaction& tx, const invoices::Facts& invoice,
                const Checkout& checkout)
{
    const auto to = invoices::reach_of(tx, invoice.invoice);
    if (to.email.empty()) return;
    const base::Params params{
        {"number", invoice.number},
        {"name", to.name},
        {"business", tx.workspace().name},
        {"provider", title_of(checkout.provider)},
        {"amount", i18n::money(checkout.amount, invoice.figures.currency)},
        {"day", checkout.charge_on ? i18n::long_date(*checkout.charge_on) : ""}};
    const auto say = [&](const char* what) {
        return i18n::t("payments.debit.mail." + std::string{what}, params);
    };
    mail::send(tx, {.to_name = to.name,
                    .to_email = to.email,
                    .subject = say("subject"),
                    .paragraphs = {say("greeting"), say("body"), say("rights")},
                    .quote = {},
                    .button = mail::NewMessage::Button{say("button"), to.url},
                    .small_print = say("why"),
                    .template_name = "payments.debit",
                    .is_secret = to.is_secret});
}

} // namespace payments
