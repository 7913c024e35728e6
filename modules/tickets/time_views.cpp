#include "modules/tickets/time_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url below(const Url& place, std::string_view end)
{
    return checked_local(place.text() + std::string{end});
}

std::string lasting(std::int64_t minutes)
{
    return i18n::duration(std::chrono::minutes{minutes});
}

Html total(const TimeSum& sum)
{
    if (sum.minutes == 0) return p(cls("text-13 text-fg-3"), t("tickets.time.none"));
    return p(cls("text-13"),
             t("tickets.time.total",
               {{"total", lasting(sum.minutes)}, {"billable", lasting(sum.billable_minutes)}}));
}

Html timer(const TimePanelView& view)
{
    const auto& running = view.time.timer;
    if (!running)
        return ui::form(
            {.action = below(view.ticket, "/chronometre"), .guard = view.guard, .classes = ""},
            ui::submit({.label = t("tickets.time.start"),
                        .icon = "timer",
                        .size = ui::ButtonSize::Small}));
    const auto since = i18n::time_of_day(running->started_at, view.reading.zone);
    return ui::form({.action = below(view.ticket, "/chronometre/arret"),
                     .guard = view.guard,
                     .classes = "flex flex-wrap items-center gap-2"},
                    ui::submit({.label = t("tickets.time.stop"),
                                .icon = "timer",
                                .kind = ui::ButtonKind::Primary,
                                .size = ui::ButtonSize::Small}),
                    span(cls("text-12 text-fg-3"), t("tickets.time.since", {{"when", since}})));
}

Html entry_line(const TimePanelView& view, const TimeEntry& entry)
{
    const bool is_own = entry.author_id == view.reading.reader;
    const bool may_correct = view.time.may_record && (is_own || view.time.may_correct_all);
    const auto correct = below(view.ticket, "/temps/" + entry.id.text());
    const auto kind =
        t(entry.is_billable ? "tickets.time.is_billable" : "tickets.time.is_not_billable");
    const auto edited = entry.edited_at ? " · " + t("tickets.thread.edited") : std::string{};
    return li(cls("text-13"),
              div(b(lasting(entry.minutes)), " · ", view.reading.name_of(entry.author_id)),
              div(cls("text-12 text-fg-3"), i18n::short_date(entry.worked_on), " · ", kind, edited),
              when(!entry.note.empty(), p(entry.note)),
              when(may_correct, ui::link(correct, t("tickets.thread.correct"))));
}

} // namespace

Html time_panel(const TimePanelView& view)
{
    const auto& time = view.time;
    if (!time.may_record && time.entries.empty()) return none;
    const auto record = below(view.ticket, "/temps/nouveau");
    const auto lines =
        each(time.entries, [&](const TimeEntry& entry) { return entry_line(view, entry); });
    const auto detail =
        when(!time.entries.empty(),
             details(cls("mt-1"), summary(cls("link w-fit py-1 text-13"), t("tickets.time.detail")),
                     ul(cls("mt-2 grid gap-2"), lines)));
    const auto tools = when(time.may_record || time.timer.has_value(),
                            div(cls("mt-2 flex flex-wrap items-center gap-2"), timer(view),
                                when(time.may_record, ui::link(record, t("tickets.time.add")))));
    return ui::panel_part(t("tickets.time.title"), group(total(time.sum), tools, detail));
}

Html time_form(const TimeFormView& view)
{
    const auto& entry = view.entry;
    const bool is_new = !entry.id;
    const auto minutes = is_new ? std::string{} : std::to_string(entry.minutes);
    const auto version = view.fields.field("version", std::to_string(entry.version)).value;
    auto how_long = view.fields.field("minutes", minutes);
    how_long.type = "number";
    auto day = view.fields.field("worked_on", entry.worked_on.text());
    day.type = "date";
    const auto warned = div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                     .icon = "triangle-alert",
                                                     .words = view.conflict,
                                                     .urgency = ui::Urgency::Alert}));
    const auto removal = ui::form({.action = below(view.action, "/retrait"),
                                   .guard = view.guard,
                                   .classes = "mt-8",
                                   .confirm = t("tickets.time.confirm_remove")},
                                  ui::submit({.label = t("tickets.time.remove"),
                                              .icon = "trash-2",
                                              .kind = ui::ButtonKind::Danger}));
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), t(is_new ? "tickets.time.add" : "tickets.time.edit")),
        when(!view.conflict.empty(), warned), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard}, ui::input_field(how_long),
                 ui::input_field(day),
                 ui::check_box(view.fields.field("is_billable", entry.is_billable ? "on" : "")),
                 ui::text_area(view.fields.field("note", entry.note), 3),
                 when(!is_new, ui::hidden_field("version", version)),
                 ui::form_actions(
                     ui::submit({.label = t("tickets.time.save"), .kind = ui::ButtonKind::Primary}),
                     ui::link_button(view.back, {.label = t("tickets.correct.cancel"),
                                                 .kind = ui::ButtonKind::Ghost}))),
        when(!is_new, removal));
}

} // namespace tickets
