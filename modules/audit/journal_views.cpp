#include "modules/audit/journal_views.hpp"

#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"

namespace audit
{

using namespace html;
using i18n::t;

namespace
{

std::string typed(const JournalView& view, std::string_view name)
{
    for (const auto& [field, value] : view.typed)
        if (field == name) return value;
    return {};
}

Html choice(const JournalView& view, const char* name, const char* label_key,
            const std::vector<ui::Choice>& choices)
{
    return ui::select_field({.name = name,
                             .label = t(label_key),
                             .value = typed(view, name),
                             .placeholder = t("audit.filter.any")},
                            choices);
}

Html day_field(const JournalView& view, const char* name, const char* label_key)
{
    return ui::input_field(
        {.name = name, .label = t(label_key), .value = typed(view, name), .type = "date"});
}

Html subject_chip(const JournalView& view)
{
    if (view.subject.empty()) return none;
    auto without = view.page;
    for (const auto& [name, value] : view.typed)
        if (name != "objet" && name != "id" && !value.empty()) without = without.with(name, value);
    return div(
        cls("flex"),
        ui::chip({.name = t("audit.filter.subject"), .value = view.subject, .without = without}));
}

Html filter_form(const JournalView& view)
{
    const bool has_subject = !view.subject.empty();
    const Html kind = has_subject ? group(ui::hidden_field("objet", typed(view, "objet")),
                                          ui::hidden_field("id", typed(view, "id")))
                                  : choice(view, "objet", "audit.filter.kind", view.kinds);
    return ui::form(
        {.action = view.page, .method = ui::FormMethod::Get}, subject_chip(view),
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
            choice(view, "personne", "audit.filter.person", view.people),
            choice(view, "action", "audit.filter.action", view.actions), kind,
            div(cls("grid grid-cols-2 gap-4"), day_field(view, "du", "audit.filter.from"),
                day_field(view, "au", "audit.filter.to"))),
        ui::form_actions(
            ui::submit({.label = t("audit.filter.submit"), .kind = ui::ButtonKind::Primary}),
            when(view.is_filtered, ui::link_button(view.page, {.label = t("audit.filter.clear"),
                                                               .kind = ui::ButtonKind::Ghost}))));
}

Html export_form(const JournalView& view)
{
    Html fields;
    for (const auto& [name, value] : view.typed)
        if (!value.empty()) fields += ui::hidden_field(name, value);
    return ui::form({.action = view.export_to,
                     .guard = view.export_guard,
                     .classes = "",
                     .more = attribute<"data-turbo">("false")},
                    fields,
                    ui::submit({.label = t("audit.export.button"),
                                .icon = "download",
                                .size = ui::ButtonSize::Small}));
}

/// As ui::row, but every value can be read: what changed is what one comes for.
Html line_row(const JournalLine& line)
{
    auto detail = line.changes;
    if (!line.address.empty())
        detail += (detail.empty() ? "" : " · ") + t("audit.from", {{"address", line.address}});
    const auto content =
        group(line.is_program ? ui::tile("cog", ui::Tone::Gray) : ui::avatar({.name = line.actor}),
              span(cls("min-w-0 flex-1"),
                   span(cls("block text-13 font-[540]"), line.actor + " " + line.what),
                   when(!detail.empty(),
                        span(cls("line-clamp-4 break-words text-12 text-fg-3"), detail))),
              span(cls("num text-12 text-fg-3"), line.time));
    return line.to ? a(cls("row"), href(*line.to), content) : div(cls("row"), content);
}

Html day_card(const JournalDay& day)
{
    return ui::card({.title = day.title, .id = day.id}, each(day.lines, line_row));
}

Html nothing(const JournalView& view)
{
    return ui::empty_state(
        {.icon = "list-checks",
         .title = t(view.is_filtered ? "audit.none_found" : "audit.none"),
         .detail = t(view.is_filtered ? "audit.none_found_words" : "audit.none_words")});
}

Html pages(const JournalView& view)
{
    if (!view.newest && !view.older) return none;
    return div(cls("flex flex-wrap items-center gap-2"),
               view.newest ? ui::link_button(*view.newest, {.label = t("audit.newest")}) : none,
               view.older ? ui::link_button(*view.older, {.label = t("audit.older")}) : none);
}

} // namespace

Html journal_page(const JournalView& view)
{
    const auto problem = view.problem.empty() ? none
                                              : ui::banner({.tone = ui::Tone::Amber,
                                                            .icon = "triangle-alert",
                                                            .words = view.problem,
                                                            .urgency = ui::Urgency::Alert});
    return div(cls("mx-auto grid w-full max-w-[860px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), t("audit.lead")), problem,
               ui::card({.title = t("audit.filter.title"),
                         .id = "filtre",
                         .actions = when(!view.days.empty(), export_form(view))},
                        ui::card_body(filter_form(view))),
               view.days.empty() ? nothing(view) : each(view.days, day_card), pages(view));
}

} // namespace audit
