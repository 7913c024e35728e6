#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/issued_invoice_views.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

Html payment_rows(const std::vector<Payment>& payments, base::Currency currency)
{
    return each(payments, [&](const Payment& payment) {
        const bool is_in = payment.kind == PaymentKind::payment;
        const auto means = t("invoices.means." + std::string{forms::enum_name(payment.means)});
        const auto kind = t("invoices.payment." + std::string{forms::enum_name(payment.kind)});
        const auto amount = is_in ? payment.amount : -payment.amount;
        auto detail = i18n::long_date(payment.received_on) + " · " + means;
        if (!payment.reference.empty()) detail += " · " + payment.reference;
        return ui::row({.title = kind,
                        .detail = detail,
                        .aside = span(cls("num font-[560]"), i18n::money(amount, currency))});
    });
}

Html balance_rows(const Balance& balance, base::Currency currency)
{
    const auto row = [&](const char* label, base::Cents amount, bool is_shown) {
        if (!is_shown) return Html{};
        return div(cls("flex items-baseline gap-3 py-1"),
                   dt(cls("min-w-0 flex-1 text-14 text-fg-2"), t(label)),
                   dd(cls("num shrink-0 text-14"), i18n::money(amount, currency)));
    };
    const base::Cents nothing;
    return dl(
        row("invoices.balance.due", balance.due, true),
        row("invoices.balance.credited", -balance.credited, balance.credited > nothing),
        row("invoices.balance.paid", -balance.paid, balance.paid > nothing),
        row("invoices.balance.refunded", balance.refunded, balance.refunded > nothing),
        div(cls("mt-1.5 flex items-baseline gap-3 border-t border-line pt-2"),
            dt(cls("flex-1 font-[600]"),
               t(balance.left() < nothing ? "invoices.balance.surplus" : "invoices.balance.left")),
            dd(cls("num text-18 font-[640]"),
               i18n::money(balance.left() < nothing ? -balance.left() : balance.left(),
                           currency))));
}

} // namespace invoices
