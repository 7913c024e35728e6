#include "modules/tickets/link_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url action_path(const TicketPageView& view, const char* what)
{
    return checked_local(ticket_path(view.slug, view.ticket.number).text() + "/" + what);
}

std::string kind_words(LinkKind kind)
{
    return t("tickets.link.kind." + std::string{forms::enum_name(kind)});
}

std::vector<ui::Choice> kinds()
{
    std::vector<ui::Choice> choices;
    for (const auto kind : {LinkKind::relates, LinkKind::duplicates, LinkKind::duplicated_by,
                            LinkKind::follows, LinkKind::followed_by})
        choices.push_back(
            {.value = std::string{forms::enum_name(kind)}, .label = kind_words(kind)});
    return choices;
}

Html removal(const TicketPageView& view, const LinkedTicket& other)
{
    if (!view.rights.may_link) return none;
    return ui::form(
        {.action = action_path(view, "liens/retrait"), .guard = view.guard, .classes = ""},
        ui::hidden_field("other", other.number),
        ui::icon_submit({.label = t("tickets.link.remove", {{"number", other.number}}),
                         .icon = "x",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html linked_line(const TicketPageView& view, const LinkedTicket& other)
{
    return li(cls("flex items-start gap-2 text-13"),
              span(cls("min-w-0 flex-1"),
                   span(cls("block text-12 text-fg-3"), kind_words(other.kind)),
                   a(cls("link"), href(ticket_path(view.slug, other.number)), other.number, " · ",
                     other.title),
                   span(cls("block truncate text-12 text-fg-3"),
                        view.reading.state_label(other.state), " · ", other.client_name)),
              removal(view, other));
}

Html copying(const TicketPageView& view)
{
    return ui::form(
        {.action = action_path(view, "copie"), .guard = view.guard, .classes = ""},
        ui::submit(
            {.label = t("tickets.link.copy"), .icon = "copy", .size = ui::ButtonSize::Small}));
}

/// The words of what gathers tickets, and where they are arranged.
std::string incident_words(const TicketPageView& view)
{
    if (view.incident) return t("tickets.incident.under", {{"number", view.incident->number}});
    const auto count = std::to_string(view.children);
    return t("tickets.incident.over", {{"count", count}});
}

Html incident_chip(const TicketPageView& view)
{
    if (!view.incident && view.children == 0) return none;
    return ui::chip_link(view.incident ? ticket_path(view.slug, view.incident->number)
                                       : action_path(view, "incident"),
                         "network", incident_words(view));
}

Html incident_line(const TicketPageView& view)
{
    if (!view.incident && view.children == 0) return none;
    return p(cls("mb-3 text-13"),
             ui::link(view.incident ? ticket_path(view.slug, view.incident->number)
                                    : action_path(view, "incident"),
                      incident_words(view)));
}

/// Beside a resolved incident: what was written for it can go to all.
Html resolve_all(const TicketPageView& view)
{
    const bool is_offered = view.children > 0 && !view.ticket.is_open && view.rights.may_merge_any;
    if (!is_offered) return none;
    const auto count = std::to_string(view.children);
    return p(cls("mb-3"),
             ui::link_button(action_path(view, "incident"),
                             {.label = t("tickets.incident.resolve_all", {{"count", count}}),
                              .icon = "check",
                              .size = ui::ButtonSize::Small}));
}

} // namespace

Html linked_strip(const TicketPageView& view)
{
    if (view.links.empty() && !view.incident && view.children == 0) return none;
    return nav(cls("mt-3 flex flex-wrap gap-2 lg:hidden"),
               attribute<"aria-label">(t("tickets.link.title")), incident_chip(view),
               each(view.links, [&](const LinkedTicket& other) {
                   return ui::chip_link(ticket_path(view.slug, other.number), "link-2",
                                        kind_words(other.kind) + " " + other.number);
               }));
}

Html linked_part(const TicketPageView& view)
{
    const auto& rights = view.rights;
    const bool has_any = !view.links.empty() || view.incident || view.children > 0;
    if (!has_any && !rights.may_link && !rights.may_merge_any) return none;
    const auto add = ui::link_button(
        action_path(view, "liens"),
        {.label = t("tickets.link.add"), .icon = "link-2", .size = ui::ButtonSize::Small});
    const auto merge = ui::link_button(
        action_path(view, "fusion"),
        {.label = t("tickets.merge.open"), .icon = "merge", .size = ui::ButtonSize::Small});
    const auto incident = ui::link_button(
        action_path(view, "incident"),
        {.label = t("tickets.incident.open"), .icon = "network", .size = ui::ButtonSize::Small});
    const auto list =
        ui::link_button(action_path(view, "listes"), {.label = t("tickets.checklist.open"),
                                                      .icon = "list-checks",
                                                      .size = ui::ButtonSize::Small});
    return ui::panel_part(
        t("tickets.link.title"),
        group(incident_line(view), resolve_all(view),
              when(!view.links.empty(),
                   ul(cls("mb-3 grid gap-2.5"),
                      each(view.links,
                           [&](const LinkedTicket& other) { return linked_line(view, other); }))),
              div(cls("flex flex-wrap gap-2"), when(rights.may_link, add),
                  when(rights.may_merge, merge), when(rights.may_merge_any, incident),
                  when(rights.may_tick, list), when(rights.may_copy, copying(view)))));
}

Html link_form(const LinkFormView& view)
{
    const auto action = checked_local(view.ticket_page.text() + "/liens");
    return div(
        cls("mx-auto grid w-full grid-cols-1 max-w-[640px] gap-5 px-4 py-6"),
        div(h1(cls("h1"), t("tickets.link.add")),
            p(cls("mt-1 text-13 text-fg-3"), view.ticket.number, " · ", view.ticket.title)),
        picker_search(view.picker),
        ui::form({.action = action, .guard = view.guard},
                 ui::select_field(
                     {.name = "kind", .label = t("tickets.link.kind_label"), .value = "relates"},
                     kinds()),
                 picker_results(view.picker)));
}

} // namespace tickets
