#include "modules/payments/account_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/payments/provider_words.hpp"

#include <array>

namespace payments
{

using namespace html;
using i18n::t;

namespace
{

/// What PayPal must be told to tell.
constexpr std::array<const char*, 7> paypal_notices{
    "CHECKOUT.ORDER.APPROVED",  "PAYMENT.CAPTURE.COMPLETED", "PAYMENT.CAPTURE.PENDING",
    "PAYMENT.CAPTURE.DECLINED", "PAYMENT.CAPTURE.REFUNDED",  "PAYMENT.REFUND.PENDING",
    "PAYMENT.REFUND.FAILED"};

/// What Stripe must be told to tell.
constexpr std::array<const char*, 11> notices{"checkout.session.completed",
                                              "checkout.session.async_payment_succeeded",
                                              "checkout.session.async_payment_failed",
                                              "checkout.session.expired",
                                              "payment_intent.payment_failed",
                                              "charge.succeeded",
                                              "charge.refunded",
                                              "charge.refund.updated",
                                              "charge.dispute.created",
                                              "charge.dispute.funds_withdrawn",
                                              "charge.dispute.funds_reinstated"};

/// « payments.stripe.lead »
std::string said(const Account& account, const char* what)
{
    return t("payments." + account.provider + "." + what);
}

Html state_banner(const Account& account)
{
    if (!account.last_error.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = account.last_error,
                           .urgency = ui::Urgency::Alert});
    if (account.state != AccountState::active)
        return ui::banner({.tone = ui::Tone::Blue, .icon = "info", .words = said(account, "off")});
    if (account.mode == Mode::live)
        return ui::banner(
            {.tone = ui::Tone::Green, .icon = "circle-check", .words = said(account, "on_live")});
    return ui::banner({.tone = ui::Tone::Amber, .icon = "info", .words = said(account, "on_test")});
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
               p(cls("text-14"), said(view.account, "listening")),
               p(cls("break-all rounded-md bg-surface-2 px-3 py-2 text-14"), view.listening),
               when(view.account.provider != gocardless,
                    details(summary(cls("cursor-pointer text-14"), t("payments.notices")),
                            ul(cls("mt-2 list-none"), view.account.provider == paypal
                                                          ? each(paypal_notices, kind)
                                                          : each(notices, kind)))));
}

/// Its keys do not say whether money is real.
Html paypal_fields(const AccountView& view)
{
    auto mode = view.fields.field("mode");
    if (mode.value.empty()) mode.value = view.account.mode == Mode::live ? "live" : "test";
    auto client = view.fields.field("client");
    client.autocomplete = "off";
    return group(
        ui::select_field(mode,
                         {{.value = "test", .label = t("payments.paypal.mode.test"), .hint = {}},
                          {.value = "live", .label = t("payments.paypal.mode.live"), .hint = {}}}),
        ui::input_field(client));
}

Html account_form(const AccountView& view)
{
    return ui::form({.action = view.page, .guard = view.guard},
                    view.account.provider == paypal ? paypal_fields(view) : none,
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
                          p(cls("text-14 text-fg-2"), said(account, "trial_detail")),
                          div(cls("flex flex-wrap gap-2"), trial, when(is_active, off)))));
}

Html copies_form(const AccountView& view)
{
    const auto& account = view.account;
    if (account.provider != stripe || account.sealed_key.empty()) return none;
    return ui::card(
        {.title = t("payments.copies.title"), .id = "copies"},
        ui::card_body(
            ui::form({.action = checked_local(view.page.text() + "/copies"), .guard = view.guard},
                     ui::check_box({.name = "are_kept",
                                    .label = t("payments.copies.are_kept"),
                                    .value = account.keeps_copies ? "on" : "",
                                    .hint = t("payments.copies.are_kept_hint")}),
                     ui::form_actions(ui::submit({.label = t("payments.save")})))));
}

Html account_row(const AccountsView& view, const Account& account)
{
    const bool is_active = account.state == AccountState::active;
    const auto* const tone = !is_active ? "gray" : account.mode == Mode::live ? "green" : "amber";
    const auto* const words = !is_active                   ? "payments.state.off"
                              : account.mode == Mode::live ? "payments.state.live"
                                                           : "payments.state.test";
    return ui::row_link(checked_local(view.page.text() + "/" + account.provider),
                        {.title = title_of(account.provider),
                         .detail = said(account, "summary"),
                         .aside = ui::badge(t(words), ui::tone_named(tone))});
}

} // namespace

Html accounts_page(const AccountsView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-14 text-fg-2"), t("payments.lead")),
               ui::card({.id = "prestataires"}, each(view.accounts, [&](const Account& account) {
                            return account_row(view, account);
                        })));
}

Html account_page(const AccountView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-14 text-fg-2"), said(view.account, "lead")), state_banner(view.account),
               view.fields.summary(),
               ui::card({.title = title_of(view.account.provider), .id = "compte"},
                        ui::card_body(account_form(view))),
               switches(view), copies_form(view));
}

} // namespace payments
