#include "modules/dashboards/dashboard_pages.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/dashboards/breakdown_pages.hpp"
#include "modules/dashboards/dashboard_views.hpp"

namespace dashboards
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

Cursor cursor_of(const Call& call)
{
    Cursor cursor;
    const auto at = base::Id<struct MomentTag>::parse(call.query("avant"));
    const auto id = tickets::TicketId::parse(call.query("id"));
    if (at && id) cursor = {.at = {at->value}, .id = *id};
    return cursor;
}

/// All that happened in the period, read once.
void count_period(DashboardView& view, FigureStore& store, WorkspaceTransaction& tx)
{
    RunningTally whole;
    TallySlots slots{slots_of(view.asked.period, view.asked.zone)};
    TallyParts priorities{priority_of};
    TallyParts members{member_of};
    const auto stretch = stretch_of(view.asked.period, view.asked.zone);
    store.each(stretch, {}, FigureStore::Clients::untold, [&](const Fact& fact) {
        whole.add(fact);
        slots.add(fact);
        priorities.add(fact);
        members.add(fact);
    });
    view.now = whole.tally();
    view.slots = lines_of_slots(view.asked, slots);
    view.priorities = lines_by(By::priority, tx, priorities.tallies());
    view.members = lines_by(By::member, tx, members.tallies());
}

http::Response answer(Call& call, const Asked& asked, const guard::Page& page)
{
    auto response = guard::render(call, page);
    keep_period(response, asked);
    return response;
}

} // namespace

http::Response show_dashboard(Call& call)
{
    DashboardView view{.asked = asked_of(call), .at = call.context().now()};
    view.asked.filter = {};
    call.context().read([&](WorkspaceTransaction& tx) {
        FigureStore store{tx};
        count_period(view, store, tx);
        view.earlier = store.tally(stretch_of(view.asked.compared, view.asked.zone));
        view.urgent = tickets::urgent_unassigned(tx);
    });
    view.panels = guard::panels_in(call, "dashboard");
    return answer(call, view.asked,
                  {.title = t("dashboards.title"),
                   .body = dashboard_page(view),
                   .top = ui::link_button(
                       with_period(html::route("/e/{}/tableau-de-bord/rapport", view.asked.slug),
                                   view.asked.period),
                       {.label = t("dashboards.report.open"), .icon = "file-text"}),
                   .topics = {calm_tickets}});
}

http::Response list_rows(Call& call)
{
    RowsView view{.asked = asked_of(call), .workspace = &call.context().workspace()};
    forms::FieldType<Counted>::read({std::string{call.query("chiffre")}}, view.what);
    call.context().read([&](WorkspaceTransaction& tx) {
        FigureStore store{tx};
        const auto stretch = stretch_of(view.asked.period, view.asked.zone);
        view.tally = store.tally(stretch, view.asked.filter);
        view.rows = store.listed(view.what, stretch, view.asked.filter, cursor_of(call));
        view.members = staff_names(tx);
        view.narrowed = words_of(tx, view.asked.filter);
    });
    if (std::ssize(view.rows) > listed_page_rows) {
        view.rows.pop_back();
        const auto& last = view.rows.back();
        view.next = rows_url(view.asked, view.what)
                        .with("avant", std::to_string(last.at.micros))
                        .with("id", last.id.text());
    }
    const auto title = title_of(view.what);
    return answer(
        call, view.asked,
        {.title = title,
         .body = rows_page(view),
         .breadcrumbs = html::group(
             html::h1(html::cls("sr-only"), title),
             ui::breadcrumbs({{t("dashboards.title"), dashboard_url(view.asked)}, {title, {}}})),
         .topics = {calm_tickets}});
}

} // namespace dashboards
