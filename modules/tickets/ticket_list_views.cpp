#include "modules/tickets/ticket_list_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <map>

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url list_path(std::string_view slug, View view, const Filter& filter)
{
    auto path = route("/e/{}/tickets", slug).with("vue", forms::enum_name(view));
    if (!filter.state.empty()) path = path.with("statut", filter.state);
    if (!filter.priority.empty()) path = path.with("priorite", filter.priority);
    if (filter.project) path = path.with("projet", filter.project.text());
    if (filter.client) path = path.with("client", filter.client.text());
    if (filter.assignee) path = path.with("attribue", filter.assignee.text());
    return path;
}

Html view_tabs(const TicketListView& list)
{
    const auto tab = [&](View view, std::int64_t count) {
        return ui::Tab{.label = t("tickets.view." + std::string{forms::enum_name(view)}),
                       .to = list_path(list.slug, view, list.filter),
                       .count = static_cast<int>(count),
                       .is_current = view == list.view};
    };
    std::vector<ui::Tab> tabs{
        tab(View::todo, list.counters.todo), tab(View::mine, list.counters.mine),
        tab(View::unassigned, list.counters.unassigned), tab(View::waiting, list.counters.waiting)};
    if (list.counters.shared > 0 || list.view == View::shared)
        tabs.push_back(tab(View::shared, list.counters.shared));
    tabs.push_back(tab(View::all, list.counters.all));
    return div(cls("border-b border-line bg-surface px-2.5 lg:px-3.5"),
               ui::tabs(t("tickets.view.label"), tabs));
}

Html filter_chips(const TicketListView& list)
{
    Html chips;
    const auto add = [&](std::string_view name, const std::string& value, const Filter& without) {
        chips += ui::chip({.name = t("tickets.filter." + std::string{name}),
                           .value = value,
                           .without = list_path(list.slug, list.view, without)});
    };
    const auto& filter = list.filter;
    auto without = filter;
    if (!filter.state.empty())
        without.state.clear(), add("state", list.reading.state_label(filter.state), without);
    without = filter;
    if (!filter.priority.empty())
        without.priority.clear(),
            add("priority", t("tickets.priority_word." + filter.priority), without);
    without = filter;
    if (filter.project) without.project = {}, add("project", list.project_name, without);
    without = filter;
    if (filter.client) without.client = {}, add("client", list.client_name, without);
    without = filter;
    if (filter.assignee)
        without.assignee = {}, add("assignee", list.reading.name_of(filter.assignee), without);
    return chips;
}

Html filter_form(const TicketListView& list)
{
    std::vector<ui::Choice> states;
    for (const auto& state : list.reading.preset->workflow("ticket").states)
        states.push_back({.value = state.code, .label = state.label});
    std::vector<ui::Choice> priorities;
    for (const auto& priority : list.reading.preset->choices_of("tickets.priority"))
        priorities.push_back({.value = priority.code, .label = priority.label});
    return details(
        cls("relative"),
        summary(cls("chip list-none"), ui::hotkey("f"), ui::icon("list-filter", "i-sm"),
                t("tickets.filter.open"), ui::kbd("F")),
        div(cls("panel absolute left-0 top-9 z-20 w-64 p-4"),
            ui::form({.action = route("/e/{}/tickets", list.slug), .method = ui::FormMethod::Get},
                     ui::hidden_field("vue", forms::enum_name(list.view)),
                     when(static_cast<bool>(list.filter.project),
                          ui::hidden_field("projet", list.filter.project.text())),
                     when(static_cast<bool>(list.filter.client),
                          ui::hidden_field("client", list.filter.client.text())),
                     ui::select_field({.name = "statut",
                                       .label = t("tickets.filter.state"),
                                       .value = list.filter.state,
                                       .placeholder = t("tickets.filter.any")},
                                      states),
                     ui::select_field({.name = "priorite",
                                       .label = t("tickets.filter.priority"),
                                       .value = list.filter.priority,
                                       .placeholder = t("tickets.filter.any_feminine")},
                                      priorities),
                     ui::submit(
                         {.label = t("tickets.filter.submit"), .kind = ui::ButtonKind::Primary}))));
}

Html assignee_mark(const Reading& reading, const std::optional<tenancy::MembershipId>& assignee)
{
    if (assignee) return ui::avatar({.name = reading.name_of(assignee)});
    const auto nobody = t("tickets.unassigned");
    return span(cls("nobody"), title(nobody), ui::icon("user", "i-sm"),
                span(cls("sr-only"), nobody));
}

/// The cells that many rows have alike, made once a page.
class SharedCells
{
  public:
    explicit SharedCells(const Reading& reading) : reading_(reading) {}

    const Html& priority(Priority priority)
    {
        return made(priorities_, priority,
                    [&] { return ui::cell(priority_mark(reading_, priority), "mark"); });
    }
    const Html& state(const std::string& code)
    {
        return made(states_, code, [&] { return ui::cell(state_badge(reading_, code), "state"); });
    }
    const Html& assignee(const std::optional<tenancy::MembershipId>& member)
    {
        return made(assignees_, member, [&] {
            return ui::cell(assignee_mark(reading_, member), "aside md:max-lg:hidden");
        });
    }
    const Html& party(const std::string& name)
    {
        return made(parties_, name, [&] { return ui::party_cell(name); });
    }

  private:
    template <class Key, class Make>
    static const Html& made(std::map<Key, Html>& cells, const Key& key, const Make& make)
    {
        auto found = cells.find(key);
        if (found == cells.end()) found = cells.emplace(key, make()).first;
        return found->second;
    }

    const Reading& reading_;
    std::map<Priority, Html> priorities_;
    std::map<std::string, Html> states_;
    std::map<std::string, Html> parties_;
    std::map<std::optional<tenancy::MembershipId>, Html> assignees_;
};

Html list_row(const TicketListView& list, SharedCells& shared, const ListRow& row)
{
    const auto subject = a(href(ticket_path(list.slug, row.number)), span(cls("num"), row.number),
                           span(cls("subj"), row.title), span(cls("more"), row.excerpt));
    return ui::list_row(
        {.id = "ticket_" + row.id.text(), .is_unread = row.is_unread},
        group(shared.priority(row.priority), ui::cell(subject, "what"),
              shared.party(row.client_name), shared.state(row.state),
              shared.assignee(row.assignee_id),
              ui::cell(ui::moment(moment_of(list.reading, row.last_activity_at)), "when")));
}

Html empty_list(const TicketListView& list)
{
    const bool is_filtered = list.filter != Filter{};
    const auto clear =
        ui::link_button(list_path(list.slug, list.view, {}), {.label = t("tickets.filter.clear")});
    const auto what = std::string{forms::enum_name(list.view)};
    return ui::empty_state(
        {.icon = "inbox",
         .title = t(is_filtered ? "tickets.filter.none" : "tickets.empty." + what),
         .detail = is_filtered ? std::string{} : t("tickets.empty." + what + "_detail"),
         .actions = when(is_filtered, clear)});
}

Html table_of(const TicketListView& list)
{
    SharedCells shared{list.reading};
    return ui::list(
        {.caption = t("tickets.list.caption"),
         .columns = {{.label = t("tickets.list.priority"), .is_label_hidden = true},
                     {.label = t("tickets.list.subject"), .width = ui::ColumnWidth::Fill},
                     {.label = t("tickets.list.client")},
                     {.label = t("tickets.list.state")},
                     {.label = t("tickets.list.assignee"),
                      .is_label_hidden = true,
                      .classes = "hidden lg:table-cell"},
                     {.label = t("tickets.list.activity"), .align = ui::ColumnAlign::Right}},
         .rows = each(list.rows, [&](const ListRow& row) { return list_row(list, shared, row); })});
}

} // namespace

Url ticket_path(std::string_view slug, std::string_view number)
{
    return route("/e/{}/tickets/{}", slug, number);
}

Html ticket_list(const TicketListView& list)
{
    const auto bar = div(cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                         filter_chips(list), filter_form(list));
    if (list.rows.empty()) return group(view_tabs(list), bar, empty_list(list));
    const auto count = std::to_string(list.rows.size());
    return group(view_tabs(list), bar, div(cls("border-t border-line"), table_of(list)),
                 ui::pager({.range = t("tickets.list.range", {{"count", count}}),
                            .previous = {},
                            .next = list.next}));
}

Html ticket_card(const TicketCardView& view)
{
    if (view.rows.empty() && view.none.empty()) return none;
    auto rows = each(view.rows, [&](const ListRow& row) {
        return ui::row_link(ticket_path(view.slug, row.number),
                            {.lead = priority_mark(view.reading, row.priority),
                             .title = row.title,
                             .detail = row.client_name + " · " + row.number,
                             .aside = state_badge(view.reading, row.state)});
    });
    if (view.rows.empty()) rows = ui::card_body(p(cls("text-13 text-fg-3"), view.none));
    return ui::card({.title = view.title,
                     .id = view.id,
                     .count = static_cast<int>(view.count),
                     .actions = view.actions},
                    rows);
}

} // namespace tickets
