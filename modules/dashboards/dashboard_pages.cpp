#include "modules/dashboards/dashboard_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/dashboards/dashboard_views.hpp"

#include <algorithm>

namespace dashboards
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Html panels_of(Call& call)
{
    html::Html panels;
    for (const auto& panel : call.site().panels)
        if (panel.slot == "dashboard" && (panel.permission.empty() || call.may(panel.permission)))
            panels += panel.render(call);
    return panels;
}

std::map<Key, std::string> staff_names(WorkspaceTransaction& tx)
{
    std::map<Key, std::string> names;
    for (const auto& member : auth::members(tx))
        if (member.side == tenancy::Side::staff) names.emplace(member.id.value, member.name);
    names.emplace(0, t("dashboards.nobody"));
    return names;
}

/// Every priority, most urgent first, whether it has tickets or not.
std::vector<Line> lines_of_priorities(const tenancy::Workspace& workspace, const Facts& facts)
{
    const auto parts = by_priority(facts);
    std::vector<Line> lines;
    for (const auto priority : {tickets::Priority::urgent, tickets::Priority::high,
                                tickets::Priority::medium, tickets::Priority::low}) {
        const auto part = parts.find(static_cast<Key>(priority));
        lines.push_back({.label = priority_word(workspace, priority),
                         .filter = {.priority = priority},
                         .tally = tally_of(part == parts.end() ? Facts{} : part->second)});
    }
    return lines;
}

/// Who has something, most first.
std::vector<Line> lines_of_members(const std::map<Key, std::string>& names, const Facts& facts)
{
    std::vector<Line> lines;
    for (const auto& [key, part] : by_member(facts)) {
        const auto name = names.find(key);
        lines.push_back({.label = name == names.end() ? t("dashboards.gone") : name->second,
                         .filter = {.member = tenancy::MembershipId{key}},
                         .tally = tally_of(part)});
    }
    std::ranges::stable_sort(lines, std::greater{}, [](const Line& line) {
        return line.tally.opened + line.tally.resolved;
    });
    return lines;
}

std::string two_digits(base::Date day)
{
    return i18n::short_date(day).substr(0, 5);
}

SlotLine line_of(const Slot& slot, Grain grain)
{
    const auto first = slot.days.first;
    switch (grain) {
    case Grain::hour: {
        const auto hour = t("dashboards.chart.hour", {{"hour", std::to_string(slot.hour)}});
        return {.short_label = hour, .label = hour, .days = slot.days};
    }
    case Grain::day:
        return {.short_label = i18n::weekday_and_day(first),
                .label = i18n::weekday(first) + " " + i18n::day_and_month(first),
                .days = slot.days};
    case Grain::week:
        return {.short_label = two_digits(first), .label = days_of(slot.days), .days = slot.days};
    case Grain::month:
        break;
    }
    return {.short_label = i18n::short_date(first).substr(3),
            .label = i18n::month_and_year(first),
            .days = slot.days};
}

std::vector<SlotLine> lines_of_slots(const Asked& asked, const Facts& facts)
{
    const auto slots = slots_of(asked.period, asked.zone);
    std::vector<SlotLine> lines;
    for (const auto& slot : slots)
        lines.push_back(line_of(slot, grain_of(asked.period)));
    for (const auto& [position, part] : by_slot(facts, slots))
        lines.at(static_cast<std::size_t>(position)).tally = tally_of(part);
    return lines;
}

std::vector<std::string> words_of(const Call& call, WorkspaceTransaction& tx, const Asked& asked)
{
    std::vector<std::string> words;
    const auto& filter = asked.filter;
    if (filter.priority)
        words.push_back(
            t("dashboards.filter.priority",
              {{"label", priority_word(call.context().workspace(), *filter.priority)}}));
    if (filter.member) {
        const auto member = auth::member(tx, *filter.member);
        if (*filter.member && !member) throw base::NotFound{};
        words.push_back(t("dashboards.filter.member",
                          {{"name", member ? member->name : t("dashboards.nobody")}}));
    }
    if (filter.client)
        words.push_back(
            t("dashboards.filter.client", {{"name", crm::client(tx, filter.client).name}}));
    return words;
}

Cursor cursor_of(const Call& call)
{
    Cursor cursor;
    const auto at = base::Id<struct MomentTag>::parse(call.query("avant"));
    const auto id = tickets::TicketId::parse(call.query("id"));
    if (at && id) cursor = {.at = {at->value}, .id = *id};
    return cursor;
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
        const auto facts = store.facts(stretch_of(view.asked.period, view.asked.zone));
        view.now = tally_of(facts);
        view.earlier = tally_of(store.facts(stretch_of(view.asked.compared, view.asked.zone)));
        view.slots = lines_of_slots(view.asked, facts);
        view.priorities = lines_of_priorities(tx.workspace(), facts);
        view.members = lines_of_members(staff_names(tx), facts);
        view.urgent = store.urgent_unassigned();
    });
    view.panels = panels_of(call);
    return answer(
        call, view.asked,
        {.title = t("dashboards.title"), .body = dashboard_page(view), .topics = {"tickets"}});
}

http::Response list_rows(Call& call)
{
    RowsView view{.asked = asked_of(call), .workspace = &call.context().workspace()};
    forms::FieldType<Counted>::read({std::string{call.query("chiffre")}}, view.what);
    call.context().read([&](WorkspaceTransaction& tx) {
        FigureStore store{tx};
        const auto stretch = stretch_of(view.asked.period, view.asked.zone);
        view.tally = tally_of(store.facts(stretch, view.asked.filter));
        view.rows = store.listed(view.what, stretch, view.asked.filter, cursor_of(call));
        view.members = staff_names(tx);
        view.narrowed = words_of(call, tx, view.asked);
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
             ui::breadcrumbs({{t("dashboards.title"), dashboard_url(view.asked, view.asked.period)},
                              {title, {}}})),
         .topics = {"tickets"}});
}

} // namespace dashboards
