#include "modules/payments/refund_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/payments/provider_words.hpp"

namespace payments
{

using namespace html;
using i18n::t;

namespace
{

/// What somebody should look at.
std::string remarks_on(const TakingLine& line, base::Currency currency)
{
    const auto& taking = line.taking;
    std::string words = taking.reference;
    const auto add = [&](const char* key, base::Cents amount) {
        if (amount.value <= 0) return;
        words += " · " + t(key, {{"amount", i18n::money(amount, currency)}});
    };
    add("payments.taking.refunded", taking.refunded);
    add("payments.taking.lost", taking.recorded_losses);
    if (taking.amount.value == 0) words += " · " + t("payments.taking.gone");
    add("payments.taking.gap", taking.gap());
    if (taking.amount != line.asked) add("payments.taking.asked", line.asked);
    return words;
}

Html taking_row(const TakingsView& view, const TakingLine& line)
{
    const auto& taking = line.taking;
    const auto when_taken =
        taking.taken_at ? i18n::relative(*taking.taken_at, view.now, view.zone) : std::string{};
    const auto refund = ui::link_button(
        line.refund, {.label = t("payments.refund.open"), .size = ui::ButtonSize::Small});
    return ui::row(
        {.title = t("payments.taking.title",
                    {{"when", when_taken}, {"provider", title_of(taking.provider)}}),
         .detail = remarks_on(line, view.currency),
         .aside = group(span(cls("num font-[560]"), i18n::money(taking.amount, view.currency)),
                        when(line.may_refund, refund))});
}

/// The amount is what was asked: what came is not of the money of the invoice.
Html foreign_row(const TakingsView& view, const Checkout& checkout)
{
    const base::Params words{{"provider", title_of(checkout.provider)},
                             {"currency", checkout.other_currency}};
    const std::string key =
        is_held(checkout) ? "payments.other_currency" : "payments.other_currency.settled";
    return ui::row(
        {.title = t(key + ".title", words),
         .detail = t(key + ".detail", words),
         .aside = span(cls("num text-fg-2"), i18n::money(checkout.amount, view.currency))});
}

Html pending_row(const TakingsView& view, const Checkout& checkout)
{
    if (is_held(checkout)) return foreign_row(view, checkout);
    const auto day = checkout.charge_on ? i18n::long_date(*checkout.charge_on) : std::string{};
    return ui::row(
        {.title = t("payments.pending.title", {{"provider", title_of(checkout.provider)}}),
         .detail =
             day.empty() ? t("payments.pending.soon") : t("payments.pending.on", {{"day", day}}),
         .aside = span(cls("num text-fg-2"), i18n::money(checkout.amount, view.currency))});
}

Html try_row(const TakingsView& view, const Checkout& checkout)
{
    const auto when_tried = i18n::relative(checkout.created_at, view.now, view.zone);
    return ui::row(
        {.title = t("payments.try_failed", {{"when", when_tried}}),
         .detail = checkout.cause,
         .aside = span(cls("num text-fg-2"), i18n::money(checkout.amount, view.currency))});
}

} // namespace

Html takings_card(const TakingsView& view)
{
    if (view.takings.empty() && view.pending.empty() && view.settled.empty() && view.failed.empty())
        return none;
    return ui::card(
        {.title = t("payments.taking.panel"), .id = "en-ligne", .classes = "mb-5"},
        group(each(view.takings, [&](const TakingLine& line) { return taking_row(view, line); }),
              each(view.pending, [&](const Checkout& one) { return pending_row(view, one); }),
              each(view.settled, [&](const Checkout& one) { return foreign_row(view, one); }),
              each(view.failed, [&](const Checkout& one) { return try_row(view, one); })));
}

Html refund_page(const RefundView& view)
{
    const auto left = i18n::money(view.taking.left(), view.currency);
    auto amount = view.fields.field("amount");
    amount.inputmode = "decimal";
    amount.is_numeric = true;
    amount.hint = t("payments.refund.left", {{"left", left}});
    const base::Params words{{"number", view.number},
                             {"client", view.client},
                             {"provider", title_of(view.taking.provider)}};
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[620px] gap-5 px-4 py-6"),
               h1(cls("h1"), t("payments.refund.title")),
               p(cls("text-14"), t("payments.refund.lead", words)), view.fields.summary(),
               ui::card({.id = "rembourser"},
                        ui::card_body(ui::form(
                            {.action = view.action, .guard = view.guard}, ui::input_field(amount),
                            ui::text_area(view.fields.field("reason"), 2),
                            p(cls("text-13 text-fg-2"), t("payments.refund.credit")),
                            ui::form_actions(
                                ui::submit({.label = t("payments.refund.submit"),
                                            .kind = ui::ButtonKind::Danger}),
                                ui::link_button(view.invoice, {.label = t("payments.refund.cancel"),
                                                               .kind = ui::ButtonKind::Ghost}))))));
}

} // namespace payments
