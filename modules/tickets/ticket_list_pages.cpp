#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/sla_reading.hpp"
#include "modules/tickets/ticket_counter_store.hpp"
#include "modules/tickets/ticket_filter_pages.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_pages.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/view_pages.hpp"
#include "modules/tickets/view_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int panel_rows = 6;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

View view_of(const Call& call)
{
    auto view = View::todo;
    forms::FieldType<View>::read({call.query("vue")}, view);
    return view;
}

Cursor cursor_of(const Call& call)
{
    Cursor cursor;
    const auto at = base::Id<struct CursorTag>::parse(call.query("avant"));
    const auto id = TicketId::parse(call.query("id"));
    if (at && id) cursor = {.at = {at->value}, .id = *id};
    return cursor;
}

std::optional<html::Url> next_page(const Call& call, std::vector<ListRow>& rows)
{
    if (rows.size() <= list_page_rows) return {};
    rows.pop_back();
    auto path = html::route("/e/{}/tickets", slug_of(call));
    for (const char* name : asked_names)
        if (!call.query(name).empty()) path = path.with(name, call.query(name));
    return path.with("avant", std::to_string(rows.back().last_activity_at.micros))
        .with("id", rows.back().id.text());
}

void learn_assignees(WorkspaceTransaction& tx, Reading& reading, const TicketListView& view)
{
    People people{reading};
    for (const auto& row : view.rows)
        people.want(row.assignee_id);
    if (view.filter.assignee) people.want(view.filter.assignee);
    people.learn(tx);
}

std::vector<ListRow> first_rows(std::vector<ListRow> rows)
{
    rows.resize(std::min<std::size_t>(rows.size(), panel_rows));
    return rows;
}

html::Html card_panel(Call& call, TicketCardView view)
{
    view.slug = slug_of(call);
    return ticket_card(view);
}

} // namespace

http::Response list_tickets(Call& call)
{
    if (const auto opening = opening_of(call)) return call.redirect(opening->text());
    auto reading = reading_of(call.context());
    const auto body = call.context().read([&](WorkspaceTransaction& tx) {
        TicketListStore store{tx};
        TicketListView view{.slug = slug_of(call),
                            .reading = reading,
                            .view = view_of(call),
                            .filter = filter_of(call, *reading.preset)};
        view.rows = store.page(view.view, view.filter, cursor_of(call));
        view.next = next_page(call, view.rows);
        view.counters = TicketCounterStore{tx}.counters();
        view.may_create = call.may("tickets.create");
        view.layout_switch = layout_switch(call, Layout::list, "ml-auto md:hidden");
        view.project_name = project_name_of(tx, view.filter);
        view.client_name = client_name_of(tx, view.filter);
        learn_assignees(tx, reading, view);
        std::vector<TicketId> shown;
        for (const auto& row : view.rows)
            shown.push_back(row.id);
        view.signs = signs_of(tx, shown, reading.now);
        CategoryStore categories{tx};
        view.categories = categories.all();
        if (!view.categories.empty()) view.filed = categories.names_of(shown);
        view.saved = ViewStore{tx}.all();
        return ticket_list(view);
    });
    return guard::render(call, guard::Page{.title = t("tickets.nav"),
                                           .body = body,
                                           .top = ticket_bar(call, Layout::list),
                                           .is_data_only = true,
                                           .topics = {"tickets"}});
}

int count_todo(Call& call)
{
    return static_cast<int>(call.context().read(
        [](WorkspaceTransaction& tx) { return TicketCounterStore{tx}.todo_count(); }));
}

html::Html todo_panel(Call& call)
{
    const auto reading = reading_of(call.context());
    TicketCardView view{.reading = reading,
                        .id = "tickets-todo",
                        .title = t("tickets.panel.todo"),
                        .none = t("tickets.panel.todo_none"),
                        .actions = ui::link(html::route("/e/{}/tickets", slug_of(call)),
                                            t("tickets.panel.see_all"))};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.rows = first_rows(TicketListStore{tx}.page(View::todo, {}, {}, panel_rows));
        view.count = TicketCounterStore{tx}.todo_count();
    });
    return card_panel(call, std::move(view));
}

html::Html urgent_panel(Call& call)
{
    const auto reading = reading_of(call.context());
    TicketCardView view{.reading = reading,
                        .id = "tickets-urgent",
                        .title = t("tickets.panel.urgent"),
                        .actions = ui::link(html::route("/e/{}/tickets", slug_of(call))
                                                .with("vue", "unassigned")
                                                .with("priorite", "urgent"),
                                            t("tickets.panel.see_all"))};
    view.rows = call.context().read([](WorkspaceTransaction& tx) {
        return TicketListStore{tx}.urgent_unassigned(counter_max);
    });
    view.count = static_cast<std::int64_t>(view.rows.size());
    view.rows = first_rows(std::move(view.rows));
    return card_panel(call, std::move(view));
}

html::Html tickets_of_client_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto reading = reading_of(call.context());
    auto rows = call.context().read([&](WorkspaceTransaction& tx) {
        return TicketListStore{tx}.of_client(client, panel_rows);
    });
    const auto count = static_cast<std::int64_t>(rows.size());
    const auto fresh =
        html::route("/e/{}/tickets/nouveau", slug_of(call)).with("client", client.text());
    return card_panel(call, {.reading = reading,
                             .id = "client-tickets",
                             .title = t("tickets.nav"),
                             .none = t("tickets.panel.client_none"),
                             .rows = std::move(rows),
                             .count = count,
                             .actions = html::when(call.may("tickets.create"),
                                                   ui::link(fresh, t("tickets.list.new")))});
}

} // namespace tickets
