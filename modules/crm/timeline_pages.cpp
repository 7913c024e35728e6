#include "modules/crm/timeline_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/timeline_views.hpp"

#include <charconv>

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;

constexpr int lines_of_page = 50;
constexpr int lines_of_panel = 6;
constexpr int years_offered = 10;

html::Url path_of(const Call& call, std::string_view end)
{
    return html::checked_local(
        client_path(call.context().workspace().slug, call.path_id<tenancy::ClientId>("id")).text() +
        std::string{end});
}

int this_year(const Call& call)
{
    return int{std::chrono::year_month_day{call.context().today().day}.year()};
}

/// What is not a year that is offered is none.
int year_of(const Call& call)
{
    const auto typed = call.query("annee");
    int year = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), year);
    const auto newest = this_year(call);
    return year > newest - years_offered && year <= newest ? year : 0;
}

std::vector<ui::Choice> kinds_of(const Call& call)
{
    std::vector<ui::Choice> choices;
    for (const auto& kind : timeline_kinds())
        if (call.may(kind.permission))
            choices.push_back({.value = kind.code, .label = t(kind.label_key)});
    return choices;
}

std::vector<ui::Choice> years_of(const Call& call)
{
    std::vector<ui::Choice> choices;
    for (int ago = 0; ago < years_offered; ++ago) {
        const auto year = std::to_string(this_year(call) - ago);
        choices.push_back({.value = year, .label = year});
    }
    return choices;
}

std::vector<TimelineLine> newest(Call& call, const TimelineFilter& filter, int limit)
{
    auto span = span_from(call.query("avant"));
    span.client = call.path_id<tenancy::ClientId>("id");
    span.limit = limit;
    return timeline_of(call.context(), filter, span);
}

/// Takes the line beyond the page off and says where the next page begins.
std::optional<html::Url> older_than(TimelineView& view)
{
    if (view.lines.size() <= lines_of_page) return {};
    view.lines.pop_back();
    const auto& last = view.lines.back().entry;
    auto url = view.action;
    if (!view.filter.kind.empty()) url = url.with("genre", view.filter.kind);
    if (view.filter.year != 0) url = url.with("annee", std::to_string(view.filter.year));
    return url.with("avant", cursor_text(last.happened_at, last.id));
}

} // namespace

http::Response show_timeline(Call& call)
{
    const auto client = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        return crm::client(tx, call.path_id<tenancy::ClientId>("id"));
    });
    const auto& workspace = call.context().workspace();
    const TimelineFilter filter{.kind = std::string{call.query("genre")}, .year = year_of(call)};
    TimelineView view{.slug = workspace.slug,
                      .zone = workspace.time_zone,
                      .client_name = client.name,
                      .action = path_of(call, "/historique"),
                      .filter = filter,
                      .kinds = kinds_of(call),
                      .years = years_of(call),
                      .lines = newest(call, filter, lines_of_page + 1),
                      .older = {}};
    view.older = older_than(view);
    return guard::render(call,
                         guard::Page{.title = t("crm.timeline.title"),
                                     .body = timeline_body(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("crm.nav"), html::route("/e/{}/clients", view.slug)},
                                          {client.name, path_of(call, "")},
                                          {t("crm.timeline.title"), {}}}),
                                     .topics = {"client:" + client.id.text()}});
}

html::Html timeline_panel(Call& call)
{
    const auto& workspace = call.context().workspace();
    auto span = span_from({});
    span.client = call.path_id<tenancy::ClientId>("id");
    span.limit = lines_of_panel;
    return timeline_card({.slug = workspace.slug,
                          .zone = workspace.time_zone,
                          .all = path_of(call, "/historique"),
                          .write = path_of(call, "/echanges"),
                          .may_write = call.may("clients.annotate"),
                          .lines = timeline_of(call.context(), {}, span)});
}

} // namespace crm
