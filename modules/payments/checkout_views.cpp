#include "modules/payments/checkout_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace payments
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[520px] grid-cols-1 gap-5";

base::Params params_of(const CheckoutView& view)
{
    return {{"amount", view.amount},        {"number", view.number},
            {"business", view.business},    {"provider", view.provider},
            {"cause", view.checkout.cause}, {"count", "1"}};
}

Html back_to_invoice(const CheckoutView& view)
{
    return ui::link_button(
        view.invoice,
        {.label = t("payments.pay.back"), .size = ui::ButtonSize::Large, .classes = "w-full"});
}

Html again(const CheckoutView& view)
{
    if (!view.is_still_due) return none;
    return ui::form({.action = view.retry,
                     .guard = view.guard,
                     .classes = "",
                     .more = attribute<"data-turbo">("false")},
                    ui::submit({.label = t("payments.pay.retry"),
                                .kind = ui::ButtonKind::Primary,
                                .size = ui::ButtonSize::Large,
                                .classes = "w-full"}));
}

ui::Icon icon_of(std::string_view provider)
{
    if (provider == stripe) return "credit-card";
    return provider == gocardless ? ui::Icon{"landmark"} : ui::Icon{"send"};
}

Html means_button(const PayView& view, const Means& means)
{
    const auto key = "payments.pay.by." + means.provider;
    const bool is_first = &means == &view.means.front();
    return ui::submit({.label = t(key, {{"amount", view.amount}}),
                       .icon = icon_of(means.provider),
                       .kind = is_first ? ui::ButtonKind::Primary : ui::ButtonKind::Plain,
                       .size = ui::ButtonSize::Huge,
                       .classes = "w-full whitespace-normal",
                       .name = "means",
                       .value = means.provider});
}

/// « Stripe, PayPal et GoCardless »
std::string titles_of(const std::vector<Means>& means)
{
    std::string words;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (i > 0) words += i + 1 == means.size() ? t("payments.pay.and") : ", ";
        words += means[i].title;
    }
    return words;
}

struct Known {
    const char* what; ///< key below payments.return
    ui::Tone tone;
    ui::Icon icon;
};

Known known_of(const Checkout& checkout)
{
    switch (checkout.state) {
    case CheckoutState::paid:
        return {"paid", ui::Tone::Green, "circle-check"};
    case CheckoutState::failed:
        return {"failed", ui::Tone::Red, "circle-x"};
    case CheckoutState::expired:
        return {"expired", ui::Tone::Amber, "clock"};
    case CheckoutState::pending:
        if (is_held(checkout)) return {"held", ui::Tone::Amber, "clock"};
        return {"pending", ui::Tone::Blue, "clock"};
    case CheckoutState::opening:
    case CheckoutState::open:
        break;
    }
    return {"waiting", ui::Tone::Blue, "clock"};
}

} // namespace

Html pay_panel(const PayView& view)
{
    if (view.is_pending)
        return div(cls("mb-5"), ui::banner({.tone = ui::Tone::Blue,
                                            .icon = "clock",
                                            .words = t("payments.pay.pending")}));
    return ui::card(
        {.title = t("payments.pay.title"), .id = "payer", .classes = "mb-5"},
        ui::card_body(ui::form(
            {.action = view.action,
             .guard = view.guard,
             .classes = "grid grid-cols-1 gap-3",
             .more = attribute<"data-turbo">("false")},
            when(std::ranges::any_of(view.means, &Means::is_trial),
                 ui::banner(
                     {.tone = ui::Tone::Amber, .icon = "info", .words = t("payments.pay.trial")})),
            each(view.means, [&](const Means& means) { return means_button(view, means); }),
            p(cls("text-13 text-fg-2"),
              t("payments.pay.secure", {{"business", view.business},
                                        {"provider", titles_of(view.means)},
                                        {"count", std::to_string(view.means.size())}})))));
}

Html leaving_page(const CheckoutView& view)
{
    const auto words = params_of(view);
    return div(cls(column), h1(cls("h1"), t("payments.leaving.title", words)),
               p(cls("text-15"), t("payments.leaving.detail", words)),
               ui::link_button(view.leave, {.label = t("payments.leaving.go"),
                                            .icon = "lock",
                                            .kind = ui::ButtonKind::Primary,
                                            .size = ui::ButtonSize::Huge,
                                            .classes = "w-full",
                                            .more = attribute<"data-turbo">("false")}),
               p(cls("text-13 text-fg-2"), t("payments.pay.secure", words)), back_to_invoice(view));
}

Html return_page(const CheckoutView& view)
{
    const auto words = params_of(view);
    const auto known = known_of(view.checkout);
    const auto key = "payments.return." + std::string{known.what};
    const bool may_retry = view.checkout.state == CheckoutState::failed ||
                           view.checkout.state == CheckoutState::expired;
    return div(
        cls(column), h1(cls("h1"), t(key + ".title", words)),
        ui::banner({.tone = known.tone, .icon = known.icon, .words = t(key + ".detail", words)}),
        when(may_retry && !view.checkout.cause.empty(),
             p(cls("text-14 text-fg-2"), view.checkout.cause)),
        when(may_retry, again(view)), back_to_invoice(view));
}

} // namespace payments
