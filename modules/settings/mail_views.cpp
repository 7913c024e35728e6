#include "modules/settings/mail_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"

namespace settings
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::string_view labels = "settings.field";

Html state_badge(mail::State state)
{
    switch (state) {
    case mail::State::sent:
        return ui::badge(t("settings.message.sent"), ui::Tone::Green);
    case mail::State::failed:
        return ui::badge(t("settings.message.failed"), ui::Tone::Red);
    case mail::State::local:
        return ui::badge(t("settings.message.local"), ui::Tone::Gray);
    case mail::State::waiting:
        break;
    }
    return ui::badge(t("settings.message.waiting"), ui::Tone::Amber);
}

Html leaving_banner(const MailView& view)
{
    switch (view.leaving) {
    case Leaving::NotAtAll:
        return ui::banner(
            {.tone = ui::Tone::Amber, .icon = "inbox", .words = t("settings.mail.not_at_all")});
    case Leaving::Held:
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = t("settings.mail.held"),
                           .urgency = ui::Urgency::Alert});
    case Leaving::ByOwnServer:
        return ui::banner({.tone = ui::Tone::Green,
                           .icon = "circle-check",
                           .words = t("settings.mail.own", {{"host", view.sender.host}})});
    case Leaving::ByPlatform:
        break;
    }
    return ui::banner(
        {.tone = ui::Tone::Blue, .icon = "mail", .words = t("settings.mail.by_platform")});
}

template <class Edit>
Html line(const guard::FormView& fields, std::string_view name, Edit edit)
{
    auto field = fields.field(name);
    edit(field);
    return ui::input_field(field);
}

Html server_fields(const MailView& view)
{
    const guard::FormView fields{view.form, labels};
    const auto required = [](ui::Field& field) { field.is_required = true; };
    return group(
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-[1fr_120px]"),
            line(fields, "host",
                 [](ui::Field& field) {
                     field.is_required = true;
                     field.placeholder = "smtp.exemple.fr";
                 }),
            line(fields, "port",
                 [](ui::Field& field) {
                     field.is_required = true;
                     field.is_numeric = true;
                     field.inputmode = "numeric";
                 })),
        ui::select_field(fields.field("encryption"),
                         {{.value = "starttls", .label = t("settings.encryption.starttls")},
                          {.value = "tls", .label = t("settings.encryption.tls")},
                          {.value = "none", .label = t("settings.encryption.none")}}),
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), line(fields, "from_name", required),
            line(fields, "from_email", required)));
}

Html sign_in_fields(const MailView& view)
{
    const guard::FormView fields{view.form, labels};
    auto password = fields.field("password");
    password.value.clear();
    password.autocomplete = "off";
    if (view.sender.has_password) password.hint = t("settings.hint.password_kept");
    return div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
               line(fields, "user_name", [](ui::Field& field) { field.autocomplete = "off"; }),
               ui::password_field(password));
}

Html small_form(const MailView& view, std::string_view end, const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = ""},
                    ui::submit(button));
}

Html test_state(const mail::Sender& sender)
{
    if (sender.verified_at) return ui::badge(t("settings.mail.tested"), ui::Tone::Green);
    if (!sender.last_error.empty())
        return p(cls("text-13"), ui::tone(sender.last_error, ui::Tone::Red));
    return p(cls("text-13 text-fg-2"), t("settings.mail.not_tested"));
}

Html steps_after_saving(const MailView& view)
{
    const auto& sender = view.sender;
    if (sender.host.empty()) return none;
    const bool is_active = sender.state == mail::SenderState::active;
    const auto test =
        small_form(view, "/essai", {.label = t("settings.mail.test"), .icon = "send"});
    const auto activate =
        small_form(view, "/activation",
                   {.label = t("settings.mail.activate"), .kind = ui::ButtonKind::Primary});
    const auto disable = small_form(view, "/arret", {.label = t("settings.mail.disable")});
    return ui::card(
        {.title = t("settings.mail.test_title"), .id = "essai"},
        ui::card_body(div(cls("grid grid-cols-1 gap-3"),
                          p(cls("text-13 text-fg-2"),
                            t("settings.mail.test_lead", {{"email", view.test_address}})),
                          test_state(sender),
                          div(cls("flex flex-wrap gap-2"), test,
                              when(!is_active && sender.verified_at.has_value(), activate),
                              when(is_active, disable)))));
}

Html titled(std::string_view title, const Html& content)
{
    return title.empty() ? content : group(h1(cls("h1 break-words px-4 lg:px-8"), title), content);
}

Html message_row(const MessageLine& message, const Html& guard)
{
    Html aside = state_badge(message.state);
    if (message.send_again)
        aside = group(ui::form({.action = *message.send_again, .guard = guard, .classes = ""},
                               ui::submit({.label = t("settings.message.send_again"),
                                           .size = ui::ButtonSize::Small})),
                      aside);
    auto detail = t("settings.message.line", {{"to", message.to}, {"when", message.when}});
    if (!message.cause.empty()) detail += " — " + message.cause;
    const ui::Row row{.lead = ui::tile("mail", ui::Tone::Gray),
                      .title = message.subject,
                      .detail = detail,
                      .aside = div(cls("flex items-center gap-2"), aside)};
    return message.open ? ui::row_link(*message.open, row) : ui::row(row);
}

/// A line of the text part: an address of this site becomes a link, nothing else does.
Html text_line(std::string_view line, const std::string& site)
{
    const bool is_ours =
        line.starts_with(site + "/") && line.find_first_of(" \"'<>\\") == line.npos;
    if (!is_ours) return text(line);
    return ui::link(checked_local(line.substr(site.size())), line);
}

} // namespace

Html mail_page(const MailView& view)
{
    const auto sender_form = ui::form(
        {.action = view.page, .guard = view.guard}, server_fields(view), sign_in_fields(view),
        ui::form_actions(
            ui::submit({.label = t("settings.save"), .kind = ui::ButtonKind::Primary})));
    const auto log = view.messages.empty()
                         ? ui::empty_state({.icon = "mail", .title = t("settings.mail.no_message")})
                         : each(view.messages, [&](const auto& message) {
                               return message_row(message, view.guard);
                           });
    return column(t("settings.mail.lead"),
                  group(leaving_banner(view), guard::FormView{view.form, labels}.summary(),
                        ui::card({.title = t("settings.mail.server"), .id = "serveur"},
                                 ui::card_body(sender_form)),
                        steps_after_saving(view),
                        ui::card({.title = t("settings.mail.log"),
                                  .id = "journal",
                                  .actions = ui::link(checked_local(view.page.text() + "/journal"),
                                                      t("settings.mail.whole_log"))},
                                 log)));
}

Html outbox_page(const OutboxView& view)
{
    const auto messages = view.messages.empty()
                              ? ui::empty_state({.icon = "inbox",
                                                 .title = t("settings.outbox.nothing"),
                                                 .detail = t("settings.outbox.nothing_words")})
                              : ui::card({}, each(view.messages, [](const auto& message) {
                                             return message_row(message, none);
                                         }));
    return titled(view.title, column(view.lead, messages));
}

Html message_page(const MessageView& view)
{
    Html lines;
    for (const auto& line : base::split(view.text, '\n'))
        lines += group(text_line(line, view.site), br());
    return titled(
        view.title,
        column(t("settings.message.line", {{"to", view.to}, {"when", view.when}}),
               ui::card({}, ui::card_body(div(cls("msg-body min-w-0 break-words"), lines)))));
}

} // namespace settings
