#include "modules/tickets/ticket_list_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/category_views.hpp"
#include "modules/tickets/ticket_filter_views.hpp"
#include "modules/tickets/view_views.hpp"

#include <map>

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

/// The saved view that the address asks; nullptr when none does.
const SavedView* saved_of(const TicketListView& list)
{
    const auto query = query_of({.slug = list.slug, .view = list.view}, list.filter);
    for (const auto& saved : list.saved)
        if (saved.query == query) return &saved;
    return nullptr;
}

Html view_tabs(const TicketListView& list)
{
    const auto* current = saved_of(list);
    const auto tab = [&](View view, std::int64_t count) {
        return ui::Tab{.label = t("tickets.view." + std::string{forms::enum_name(view)}),
                       .to = place_of({.slug = list.slug, .view = view}, list.filter),
                       .count = static_cast<int>(count),
                       .is_current = current == nullptr && view == list.view};
    };
    std::vector<ui::Tab> tabs{
        tab(View::todo, list.counters.todo), tab(View::mine, list.counters.mine),
        tab(View::unassigned, list.counters.unassigned), tab(View::waiting, list.counters.waiting)};
    if (list.counters.shared > 0 || list.view == View::shared)
        tabs.push_back(tab(View::shared, list.counters.shared));
    tabs.push_back(tab(View::all, list.counters.all));
    for (const auto& saved : list.saved)
        tabs.push_back({.label = saved.name,
                        .to = view_path(list.slug, saved.query),
                        .icon = saved.is_shared ? ui::Icon{"users"} : ui::Icon{"bookmark"},
                        .is_current = &saved == current});
    return div(cls("border-b border-line bg-surface px-2.5 lg:px-3.5"),
               ui::tabs(t("tickets.view.label"), tabs));
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

Html state_cell(const TicketListView& list, SharedCells& shared, const ListRow& row)
{
    if (!list.signs.contains(row.id)) return shared.state(row.state);
    return ui::cell(group(state_badge(list.reading, row.state), " ", sla_badge(list.signs, row.id)),
                    "state");
}

Html list_row(const TicketListView& list, SharedCells& shared, const ListRow& row)
{
    const auto subject = a(href(ticket_path(list.slug, row.number)), span(cls("num"), row.number),
                           span(cls("subj"), row.title), category_badges(list.filed, row.id),
                           span(cls("more"), row.excerpt));
    return ui::list_row(
        {.id = "ticket_" + row.id.text(), .is_unread = row.is_unread},
        group(shared.priority(row.priority), ui::cell(subject, "what"),
              shared.party(row.client_name), state_cell(list, shared, row),
              shared.assignee(row.assignee_id),
              ui::cell(ui::moment(moment_of(list.reading, row.last_activity_at)), "when")));
}

Html empty_list(const TicketListView& list)
{
    const bool is_filtered = list.filter != Filter{};
    const auto clear = ui::link_button(place_of({.slug = list.slug, .view = list.view}, {}),
                                       {.label = t("tickets.filter.clear")});
    const auto what = std::string{forms::enum_name(list.view)};
    return ui::empty_state(
        {.icon = "inbox",
         .title = t(is_filtered ? "tickets.filter.none" : "tickets.empty." + what),
         .detail = is_filtered ? std::string{} : t("tickets.empty." + what + "_detail"),
         .actions = when(is_filtered, clear)});
}

Html selecting(const TicketListView& list)
{
    const auto path = selection_of({.slug = list.slug, .view = list.view, .filter = list.filter});
    return ui::chip_link(path, "list-checks", t("tickets.bulk.open"));
}

/// To keep what the list is narrowed to, or to arrange what was kept.
Html saving(const TicketListView& list)
{
    const auto* current = saved_of(list);
    if (current == nullptr && list.filter != Filter{}) {
        const auto query = query_of({.slug = list.slug, .view = list.view}, list.filter);
        const auto path = route("/e/{}/tickets/vues/nouvelle", list.slug).text();
        return ui::chip_link(checked_local(path + "?" + query), "bookmark",
                             t("tickets.saved.save"));
    }
    if (list.saved.empty()) return none;
    return ui::chip_link(route("/e/{}/tickets/vues", list.slug), "bookmark",
                         t("tickets.saved.title"));
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
    const auto bar =
        div(cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
            filter_bar({.slug = list.slug,
                        .view = list.view,
                        .filter = list.filter,
                        .project_name = list.project_name,
                        .client_name = list.client_name,
                        .categories = list.categories},
                       list.reading),
            when(!list.rows.empty(), selecting(list)), saving(list), list.layout_switch);
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
