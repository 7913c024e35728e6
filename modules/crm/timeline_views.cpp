#include "modules/crm/timeline_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html line_of(const TimelineLine& line, const std::string& slug, const std::string& zone)
{
    const auto& entry = line.entry;
    const auto label = t(line.kind->label_key);
    const ui::Row row{.lead = ui::icon(ui::Icon::named(line.kind->icon), "i-sm text-fg-3"),
                      .title = entry.title,
                      .detail = entry.detail.empty() ? label : label + " · " + entry.detail,
                      .aside = span(cls("text-12 text-fg-3 whitespace-nowrap"),
                                    i18n::short_date(base::date_in(entry.happened_at, zone)))};
    if (entry.path.empty()) return ui::row(row);
    return ui::row_link(checked_local("/e/" + slug + entry.path), row);
}

Html filters(const TimelineView& view)
{
    const auto choice = [](const char* name, const char* label, std::string value,
                           const std::vector<ui::Choice>& choices) {
        return ui::select_field({.name = name,
                                 .label = t(label),
                                 .value = std::move(value),
                                 .placeholder = t("crm.list.all")},
                                choices);
    };
    const auto year = view.filter.year == 0 ? std::string{} : std::to_string(view.filter.year);
    return form(method("get"), action(view.action),
                cls("grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"),
                choice("genre", "crm.timeline.kind", view.filter.kind, view.kinds),
                choice("annee", "crm.timeline.year", year, view.years),
                ui::submit({.label = t("crm.timeline.submit")}));
}

Html none_found(const TimelineView& view)
{
    const bool is_narrowed = !view.filter.kind.empty() || view.filter.year != 0;
    return ui::empty_state(
        {.icon = "history",
         .title = t(is_narrowed ? "crm.timeline.none_found" : "crm.timeline.none"),
         .detail = t(is_narrowed ? "crm.timeline.none_found_detail" : "crm.timeline.none_detail"),
         .actions =
             when(is_narrowed, ui::link_button(view.action, {.label = t("crm.timeline.clear")}))});
}

} // namespace

Html timeline_card(const TimelineCardView& view)
{
    const auto write = ui::link_button(
        view.write,
        {.label = t("crm.interaction.write"), .icon = "phone", .size = ui::ButtonSize::Small});
    const auto lines = each(
        view.lines, [&](const TimelineLine& line) { return line_of(line, view.slug, view.zone); });
    const auto all = div(cls("border-t border-line px-4 py-3 text-13"),
                         ui::link(view.all, t("crm.timeline.all")));
    return ui::card({.title = t("crm.timeline.title"),
                     .id = "timeline",
                     .actions = when(view.may_write, write)},
                    view.lines.empty()
                        ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.timeline.none")))
                        : group(lines, all));
}

Html timeline_body(const TimelineView& view)
{
    const auto lines = each(
        view.lines, [&](const TimelineLine& line) { return line_of(line, view.slug, view.zone); });
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.timeline.title")),
                   p(cls("text-fg-2"), t("crm.timeline.lead", {{"client", view.client_name}}))),
               filters(view),
               view.lines.empty()
                   ? none_found(view)
                   : ui::card({.title = t("crm.timeline.lines"), .id = "timeline"}, lines),
               view.older ? ui::link(*view.older, t("crm.timeline.older")) : none);
}

} // namespace crm
