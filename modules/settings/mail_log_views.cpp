#include "modules/settings/mail_log_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"

namespace settings
{

using namespace html;
using i18n::t;
using mail::Fate;

namespace
{

std::string words_of(Fate fate)
{
    return t("settings.message." + std::string{forms::enum_name(fate)});
}

ui::Tone tone_of(Fate fate)
{
    switch (fate) {
    case Fate::sent:
        return ui::Tone::Green;
    case Fate::bounced:
    case Fate::failed:
        return ui::Tone::Red;
    case Fate::local:
        return ui::Tone::Gray;
    case Fate::waiting:
        break;
    }
    return ui::Tone::Amber;
}

std::vector<ui::Choice> fate_choices()
{
    std::vector<ui::Choice> choices;
    for (const auto fate : mail::fates)
        choices.push_back(
            {.value = std::string{forms::enum_name(fate)}, .label = words_of(fate), .hint = {}});
    return choices;
}

Html filter_form(const MailLogView& view)
{
    const auto& filter = view.filter;
    return ui::form(
        {.action = view.page, .method = ui::FormMethod::Get},
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-3"),
            ui::select_field({.name = "etat",
                              .label = t("settings.log.field.fate"),
                              .value = filter.fate,
                              .placeholder = t("settings.log.any")},
                             fate_choices()),
            ui::input_field({.name = "adresse",
                             .label = t("settings.log.field.email"),
                             .value = filter.email,
                             .type = "email"}),
            ui::input_field({.name = "jour",
                             .label = t("settings.log.field.day"),
                             .value = filter.day,
                             .type = "date"})),
        ui::form_actions(
            ui::submit({.label = t("settings.log.submit"), .kind = ui::ButtonKind::Primary}),
            when(!filter.is_empty(), ui::link_button(view.page, {.label = t("settings.log.clear"),
                                                                 .kind = ui::ButtonKind::Ghost}))));
}

Html links(const MailLogView& view, const MailLogLine& line)
{
    const auto client = line.client ? ui::link(*line.client, t("settings.log.client")) : none;
    const auto resend =
        line.resend ? ui::form({.action = *line.resend, .guard = view.guard, .classes = "flex"},
                               ui::submit({.label = t("settings.message.send_again"),
                                           .size = ui::ButtonSize::Small}))
                    : none;
    if (!line.client && !line.resend) return none;
    return div(cls("mt-2 flex flex-wrap items-center gap-3 text-13"), client, resend);
}

/// Not ui::row, which cuts what is long: why a mail failed is what one comes for.
Html line_of(const MailLogView& view, const MailLogLine& line)
{
    const auto detail = line.kind.empty() ? line.to : line.to + " · " + line.kind;
    return div(cls("border-t border-line first:border-t-0 px-4 py-3"),
               div(cls("flex flex-wrap items-start gap-2"),
                   p(cls("min-w-0 flex-1 break-words text-13 font-[560]"), line.subject),
                   ui::badge(words_of(line.fate), tone_of(line.fate))),
               p(cls("break-words text-12 text-fg-3"), detail),
               p(cls("num text-12 text-fg-3"), line.when),
               when(!line.cause.empty(),
                    p(cls("mt-1 break-words text-12"), ui::tone(line.cause, ui::Tone::Red))),
               links(view, line));
}

Html pages(const MailLogView& view)
{
    if (!view.newest && !view.older) return none;
    return div(
        cls("flex flex-wrap items-center gap-2"),
        view.newest ? ui::link_button(*view.newest, {.label = t("settings.log.newest")}) : none,
        view.older ? ui::link_button(*view.older, {.label = t("settings.log.older")}) : none);
}

} // namespace

Html mail_log_page(const MailLogView& view)
{
    const auto lines =
        view.lines.empty()
            ? ui::empty_state({.icon = "mail",
                               .title = t(view.filter.is_empty() ? "settings.mail.no_message"
                                                                 : "settings.log.none_found"),
                               .detail = t(view.filter.is_empty() ? "settings.log.none_words"
                                                                  : "settings.log.none_narrowed")})
            : each(view.lines, [&](const MailLogLine& line) { return line_of(view, line); });
    return column(t("settings.log.lead"),
                  group(ui::card({.title = t("settings.log.filter"), .id = "filtre"},
                                 ui::card_body(filter_form(view))),
                        ui::card({.title = t("settings.log.title"), .id = "courriels"}, lines),
                        pages(view)));
}

} // namespace settings
