#include "modules/tickets/bulk_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/ticket_list_views.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Html box_of(const SelectionView& view, const ListRow& row)
{
    const auto box = "pick_" + row.number;
    return label(
        cls("row cursor-pointer"), for_(box),
        input(type("checkbox"), id(box), name("ticket"), value(row.number), cls("check"),
              when(view.ticked.contains(row.number), checked())),
        priority_mark(view.reading, row.priority),
        span(cls("min-w-0 flex-1"), span(cls("block truncate text-13 font-[560]"), row.title),
             span(cls("block truncate text-12 text-fg-3"), row.number, " · ", row.client_name)),
        span(cls("hidden sm:inline"), state_badge(view.reading, row.state)));
}

/// « 12 faits, 2 refusés : … », each refused ticket with its reason.
Html result_of(const SelectionView& view)
{
    if (!view.problem.empty())
        return ui::banner({.tone = ui::Tone::Amber,
                           .icon = "triangle-alert",
                           .words = view.problem,
                           .urgency = ui::Urgency::Alert});
    if (view.result.refused.empty()) return none;
    const auto done = t("tickets.incident.done", {{"count", std::to_string(view.result.done)}});
    const auto refused =
        t("tickets.incident.refused", {{"count", std::to_string(view.result.refused.size())}});
    return ui::card({.title = done + ", " + refused, .id = "bulk-result"},
                    ui::card_body(ul(cls("grid gap-2 text-13"), role("alert"),
                                     each(view.result.refused, [&](const BulkRefusal& refusal) {
                                         return li(a(cls("link"),
                                                     href(ticket_path(view.slug, refusal.number)),
                                                     refusal.number),
                                                   " ", refusal.why);
                                     }))));
}

Html part_of(const SelectionView& view, const char* what, const Html& fields)
{
    return details(cls("card"),
                   summary(cls("cursor-pointer px-4 py-3 text-13 font-[560]"),
                           t("tickets.bulk." + std::string{what})),
                   div(cls("rule grid gap-3 p-4"), fields,
                       ui::submit({.label = t("tickets.bulk.submit"),
                                   .kind = ui::ButtonKind::Primary,
                                   .name = "what",
                                   .value = what,
                                   .is_disabled = view.rows.empty()})));
}

Html moving(const SelectionView& view)
{
    return part_of(view, "move",
                   group(ui::select_field({.name = "move",
                                           .label = t("tickets.bulk.move_to"),
                                           .placeholder = t("tickets.bulk.choose")},
                                          view.moves),
                         when(!view.reasons.empty(),
                              ui::select_field({.name = "reason",
                                                .label = t("tickets.composer.reason"),
                                                .hint = t("tickets.bulk.reason_hint"),
                                                .placeholder = t("tickets.bulk.choose")},
                                               view.reasons)),
                         ui::text_area({.name = "body",
                                        .label = t("tickets.bulk.body"),
                                        .hint = t("tickets.bulk.body_hint")},
                                       3)));
}

Html what_to_do(const SelectionView& view)
{
    const auto assigning = when(
        !view.staff.empty(), part_of(view, "assign",
                                     ui::select_field({.name = "assignee",
                                                       .label = t("tickets.assign.member"),
                                                       .placeholder = t("tickets.assign.choose")},
                                                      view.staff)));
    const auto prioritising =
        when(!view.priorities.empty(),
             part_of(view, "prioritise",
                     ui::select_field({.name = "priority",
                                       .label = t("tickets.list.priority"),
                                       .placeholder = t("tickets.bulk.choose")},
                                      view.priorities)));
    return div(cls("grid grid-cols-1 gap-3"), assigning, prioritising,
               when(!view.moves.empty(), moving(view)));
}

} // namespace

Html selection_page(const SelectionView& view)
{
    const auto rows = each(view.rows, [&](const ListRow& row) { return box_of(view, row); });
    const auto nothing = ui::card_body(p(cls("text-13 text-fg-3"), t("tickets.bulk.none")));
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5 px-4 py-6"),
               div(h1(cls("h1"), t("tickets.bulk.title")),
                   p(cls("mt-1 text-13 text-fg-3"), t("tickets.bulk.detail"))),
               result_of(view),
               ui::form({.action = view.action, .guard = view.guard},
                        ui::card({.title = t("tickets.nav"),
                                  .id = "selection",
                                  .count = static_cast<int>(view.rows.size())},
                                 view.rows.empty() ? nothing : rows),
                        what_to_do(view), p(ui::link(view.back, t("tickets.bulk.back")))));
}

} // namespace tickets
