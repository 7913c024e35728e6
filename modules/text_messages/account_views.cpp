#include "modules/text_messages/account_views.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace text_messages
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::string_view labels = "text_messages.field";

Html state_banner(const sms::KnownAccount& account)
{
    if (account.state == sms::AccountState::active && !account.last_error.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = account.last_error,
                           .urgency = ui::Urgency::Alert});
    if (account.state == sms::AccountState::active)
        return ui::banner({.tone = ui::Tone::Green,
                           .icon = "circle-check",
                           .words = t("text_messages.active", {{"sender", account.sender}})});
    return ui::banner(
        {.tone = ui::Tone::Blue, .icon = "smartphone", .words = t("text_messages.inactive")});
}

Html secret_field(const guard::FormView& fields, std::string_view name, bool is_kept)
{
    auto field = fields.field(name);
    field.value.clear();
    field.autocomplete = "off";
    if (is_kept) field.hint = t("text_messages.secret_kept");
    return ui::password_field(field);
}

Html account_form(const AccountView& view)
{
    const guard::FormView fields{view.form, labels};
    return ui::form(
        {.action = view.page, .guard = view.guard},
        ui::select_field(fields.field("provider", "ovh"),
                         {{.value = "ovh", .label = t("text_messages.provider.ovh")},
                          {.value = "twilio", .label = t("text_messages.provider.twilio")}}),
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(fields.field("account")),
            ui::input_field(fields.field("sender")),
            secret_field(fields, "secret", view.account.has_secret),
            ui::input_field(fields.field("application_key")),
            secret_field(fields, "consumer_key", view.account.has_consumer_key)),
        ui::form_actions(
            ui::submit({.label = t("text_messages.save"), .kind = ui::ButtonKind::Primary})));
}

Html small_form(const AccountView& view, std::string_view end, const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = ""},
                    ui::submit(button));
}

Html test_state(const sms::KnownAccount& account)
{
    if (account.verified_at) return ui::badge(t("text_messages.tested"), ui::Tone::Green);
    if (!account.last_error.empty())
        return p(cls("text-13"), ui::tone(account.last_error, ui::Tone::Red));
    return p(cls("text-13 text-fg-2"), t("text_messages.not_tested"));
}

Html test_card(const AccountView& view)
{
    const auto& account = view.account;
    if (account.account.empty()) return none;
    const guard::FormView fields{view.test, labels};
    auto number = fields.field("number");
    number.type = "tel";
    number.autocomplete = "tel";
    const bool is_active = account.state == sms::AccountState::active;
    const auto test =
        ui::form({.action = checked_local(view.page.text() + "/essai"), .guard = view.guard},
                 ui::input_field(number),
                 ui::form_actions(ui::submit({.label = t("text_messages.test"), .icon = "send"})));
    const auto activate =
        small_form(view, "/activation",
                   {.label = t("text_messages.activate"), .kind = ui::ButtonKind::Primary});
    const auto disable = small_form(view, "/arret", {.label = t("text_messages.disable")});
    return ui::card(
        {.title = t("text_messages.test_title"), .id = "essai"},
        ui::card_body(div(cls("grid grid-cols-1 gap-3"), test_state(account), test,
                          div(cls("flex flex-wrap gap-2"),
                              when(!is_active && account.verified_at.has_value(), activate),
                              when(is_active, disable)))));
}

Html state_badge(sms::State state)
{
    switch (state) {
    case sms::State::sent:
        return ui::badge(t("text_messages.state.sent"), ui::Tone::Green);
    case sms::State::failed:
        return ui::badge(t("text_messages.state.failed"), ui::Tone::Red);
    case sms::State::stopped:
        return ui::badge(t("text_messages.state.stopped"), ui::Tone::Amber);
    case sms::State::local:
        return ui::badge(t("text_messages.state.local"), ui::Tone::Gray);
    case sms::State::waiting:
        break;
    }
    return ui::badge(t("text_messages.state.waiting"), ui::Tone::Amber);
}

Html message_row(const MessageLine& message, const Html& guard)
{
    Html aside = state_badge(message.state);
    if (message.send_again)
        aside = group(ui::form({.action = *message.send_again, .guard = guard, .classes = ""},
                               ui::submit({.label = t("text_messages.message.again"),
                                           .size = ui::ButtonSize::Small})),
                      aside);
    auto detail = t("text_messages.message.line", {{"to", message.to}, {"when", message.when}});
    if (!message.cause.empty()) detail += " — " + message.cause;
    return ui::row({.lead = ui::tile("smartphone", ui::Tone::Gray),
                    .title = message.words,
                    .detail = detail,
                    .aside = div(cls("flex items-center gap-2"), aside)});
}

Html log_card(const AccountView& view)
{
    if (view.messages.empty()) return none;
    return ui::card({.title = t("text_messages.log"), .id = "journal"},
                    each(view.messages, [&](const MessageLine& message) {
                        return message_row(message, view.guard);
                    }));
}

Html stopped_card(const AccountView& view)
{
    if (view.stopped.empty()) return none;
    return ui::card({.title = t("text_messages.stopped"), .id = "stop"},
                    each(view.stopped, [](const sms::Stopped& one) {
                        return ui::row({.lead = ui::tile("circle-x", ui::Tone::Gray),
                                        .title = one.number,
                                        .detail = one.words});
                    }));
}

} // namespace

Html account_page(const AccountView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), t("text_messages.lead")), state_banner(view.account),
               ui::banner({.tone = ui::Tone::Amber,
                           .icon = "triangle-alert",
                           .strong = t("text_messages.cost_title"),
                           .words = t("text_messages.cost")}),
               guard::FormView{view.form, labels}.summary(),
               ui::card({.title = t("text_messages.account"), .id = "compte"},
                        ui::card_body(account_form(view))),
               test_card(view), log_card(view), stopped_card(view));
}

} // namespace text_messages
