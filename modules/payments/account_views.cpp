#include "modules/payments/account_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace payments
{

using namespace html;
using i18n::t;

namespace
{

/// What Stripe must be told to tell.
constexpr std::array<const char*, 9> notices{"checkout.session.completed",
                                             "checkout.session.async_payment_succeeded",
                                             "checkout.session.async_payment_failed",
                                             "checkout.session.expired",
                                             "payment_intent.payment_failed",
                                             "charge.succeeded",
                                             "charge.refunded",
                                             "charge.dispute.funds_withdrawn",
                                             "charge.dispute.funds_reinstated"};

Html state_banner(const Account& account)
{
    if (!account.last_error.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = account.last_error,
                           .urgency = ui::Urgency::Alert});
    if (account.state != AccountState::active)
        return ui::banner({.tone = ui::Tone::Blue, .icon = "info", .words = t("payments.off")});
    if (account.mode == Mode::live)
        return ui::banner(
            {.tone = ui::Tone::Green, .icon = "circle-check", .words = t("payments.on_live")});
    return ui::banner({.tone = ui::Tone::Amber, .icon = "info", .words = t("payments.on_test")});
}

Html secret_field(const AccountView& view, const char* name, bool is_kept)
{
    auto field = view.fields.field(name);
    field.value.clear();
    field.autocomplete = "off";
    if (is_kept) field.hint = t("payments.kept");
    return ui::password_field(field);
}

Html listening(const AccountView& view)
{
    const auto kind = [](const char* name) { return li(cls("break-all text-13"), name); };
    return div(cls("grid min-w-0 grid-cols-1 gap-3 border-t border-line pt-4"),
               p(cls("text-14"), t("payments.listening")),
               p(cls("break-all rounded-md bg-surface-2 px-3 py-2 text-14"), view.listening),
               details(summary(cls("cursor-pointer text-14"), t("payments.notices")),
                       ul(cls("mt-2 list-none"), each(notices, kind))));
}

Html account_form(const AccountView& view)
{
    return ui::form({.action = view.page, .guard = view.guard},
                    secret_field(view, "key", !view.account.sealed_key.empty()), listening(view),
                    secret_field(view, "secret", !view.account.sealed_secret.empty()),
                    ui::form_actions(ui::submit(
                        {.label = t("payments.save"), .kind = ui::ButtonKind::Primary})));
}

Html small_form(const AccountView& view, std::string_view end, const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = ""},
                    ui::submit(button));
}

Html switches(const AccountView& view)
{
    const auto& account = view.account;
    if (account.sealed_key.empty()) return none;
    const bool is_active = account.state == AccountState::active;
    const auto trial =
        small_form(view, "/essai",
                   {.label = is_active ? t("payments.try") : t("payments.try_and_switch_on"),
                    .icon = "send",
                    .kind = is_active ? ui::ButtonKind::Plain : ui::ButtonKind::Primary});
    const auto off = small_form(view, "/arret", {.label = t("payments.switch_off")});
    return ui::card(
        {.title = t("payments.trial"), .id = "essai"},
        ui::card_body(div(cls("grid grid-cols-1 gap-3"),
                          p(cls("text-14 text-fg-2"), t("payments.trial_detail")),
                          div(cls("flex flex-wrap gap-2"), trial, when(is_active, off)))));
}

} // namespace

Html account_page(const AccountView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-14 text-fg-2"), t("payments.lead")), state_banner(view.account),
               view.fields.summary(),
               ui::card({.title = t("payments.stripe"), .id = "stripe"},
                        ui::card_body(account_form(view))),
               switches(view));
}

} // namespace payments
