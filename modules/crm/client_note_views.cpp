#include "modules/crm/client_note_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

template <class E>
std::vector<ui::Choice> choices_of(const std::string& family)
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) {
        choices.push_back({.value = one.name, .label = t(family + std::string{one.name})});
    });
    return choices;
}

std::string category_of(const ClientNote& note)
{
    return t("crm.note.category." + std::string{forms::enum_name(note.category)});
}

Html removal(const Html& guard, const Url& to, const std::string& label)
{
    return ui::form({.action = to, .guard = guard, .classes = "flex"},
                    ui::icon_submit({.label = label,
                                     .icon = "trash-2",
                                     .kind = ui::ButtonKind::Ghost,
                                     .size = ui::ButtonSize::Small}));
}

Html note_entry(const NoteLine& line, const Html& guard)
{
    const auto away =
        line.remove && !guard.empty() ? removal(guard, *line.remove, t("crm.note.remove")) : none;
    return article(cls("border-t border-line first:border-t-0 grid gap-1 px-4 py-3"),
                   id("note_" + line.note.id.text()),
                   div(cls("flex items-center gap-2"),
                       ui::badge(category_of(line.note), ui::Tone::Amber),
                       span(cls("min-w-0 flex-1 text-12 text-fg-3"),
                            t("crm.note.signed", {{"name", line.author}, {"at", line.written}})),
                       away),
                   div(cls("msg-body"), ui::paragraphs(line.note.body)));
}

Html note_form(const NotesView& view)
{
    return ui::form({.action = view.action, .guard = view.guard},
                    ui::select_field(view.fields.field("category"),
                                     choices_of<NoteCategory>("crm.note.category.")),
                    ui::text_area(view.fields.field("body"), 5),
                    ui::form_actions(ui::submit({.label = t("crm.note.submit"),
                                                 .kind = ui::ButtonKind::Primary,
                                                 .hotkey = "Mod+Enter"})));
}

std::string day_text(const std::string& day)
{
    const auto date = base::Date::parse(day);
    return date ? i18n::long_date(*date) : day;
}

std::string days_of(const ClientAlert& alert)
{
    const base::Params days{{"from", day_text(alert.from_day)},
                            {"until", day_text(alert.until_day)}};
    return t(alert.until_day.empty() ? "crm.alert.since" : "crm.alert.between", days);
}

Html alert_entry(const AlertsView& view, const ClientAlert& alert)
{
    const auto path = checked_local(view.action.text() + "/" + alert.id.text());
    const bool is_over = !alert.until_day.empty() && alert.until_day < view.today;
    const auto strength = t("crm.alert.strength." + std::string{forms::enum_name(alert.strength)});
    const auto tone = alert.strength == AlertStrength::blocking ? ui::Tone::Red : ui::Tone::Amber;
    return div(cls("border-t border-line first:border-t-0 flex items-center gap-3 px-4 py-3"),
               div(cls("min-w-0 flex-1"), p(cls("text-13"), alert.words),
                   p(cls("text-12 text-fg-3"), days_of(alert))),
               is_over ? ui::badge(t("crm.alert.over"), ui::Tone::Gray) : ui::badge(strength, tone),
               when(view.may_write, removal(view.guard, path, t("crm.alert.remove"))));
}

Html alert_form(const AlertsView& view)
{
    const auto day = [&](std::string_view name) {
        auto field = view.fields.field(name);
        field.type = "date";
        return ui::input_field(field);
    };
    return ui::form({.action = view.action, .guard = view.guard},
                    ui::input_field(view.fields.field("words")),
                    ui::select_field(view.fields.field("strength"),
                                     choices_of<AlertStrength>("crm.alert.strength.")),
                    div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), day("from"), day("until")),
                    ui::form_actions(ui::submit(
                        {.label = t("crm.alert.submit"), .kind = ui::ButtonKind::Primary})));
}

} // namespace

Html notes_card(const NotesCardView& view)
{
    const auto actions = div(
        cls("flex items-center gap-1"),
        ui::link_button(view.alerts, {.label = t("crm.alert.title"),
                                      .icon = "bell",
                                      .kind = ui::ButtonKind::Ghost,
                                      .size = ui::ButtonSize::Small}),
        ui::link_button(view.all, {.label = t(view.may_write ? "crm.note.write" : "crm.note.all"),
                                   .icon = "sticky-note",
                                   .size = ui::ButtonSize::Small}));
    const auto notes =
        view.lines.empty()
            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.note.none")))
            : each(view.lines, [](const NoteLine& line) { return note_entry(line, none); });
    return ui::card({.title = t("crm.note.title"), .id = "notes", .actions = actions}, notes);
}

Html notes_body(const NotesView& view)
{
    const auto lines =
        each(view.lines, [&](const NoteLine& line) { return note_entry(line, view.guard); });
    return div(cls("mx-auto grid w-full max-w-[760px] gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.note.title")),
                   p(cls("text-fg-2"), t("crm.note.lead", {{"client", view.client_name}}))),
               view.fields.summary(), view.may_write ? note_form(view) : none,
               ui::card({.title = t("crm.note.written_notes"), .id = "notes"},
                        view.lines.empty()
                            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.note.none")))
                            : lines),
               view.older ? ui::link(*view.older, t("crm.note.older")) : none);
}

Html alerts_body(const AlertsView& view)
{
    const auto alerts =
        each(view.alerts, [&](const ClientAlert& alert) { return alert_entry(view, alert); });
    return div(cls("mx-auto grid w-full max-w-[760px] gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.alert.title")),
                   p(cls("text-fg-2"), t("crm.alert.lead", {{"client", view.client_name}}))),
               view.fields.summary(), view.may_write ? alert_form(view) : none,
               ui::card({.title = t("crm.alert.all"), .id = "alerts"},
                        view.alerts.empty()
                            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.alert.none")))
                            : alerts));
}

Html alert_banners(const std::vector<AlertToday>& alerts)
{
    return each(alerts, [](const AlertToday& alert) {
        const bool is_blocking = alert.is_blocking;
        return ui::banner({.tone = is_blocking ? ui::Tone::Red : ui::Tone::Amber,
                           .icon = is_blocking ? ui::Icon{"octagon-alert"} : ui::Icon{"info"},
                           .strong = t(is_blocking ? "crm.alert.first" : "crm.alert.to_know"),
                           .words = alert.words,
                           .urgency = is_blocking ? ui::Urgency::Alert : ui::Urgency::Polite});
    });
}

} // namespace crm
