#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/dashboards/dashboard_views.hpp"

namespace dashboards
{

using namespace html;
using i18n::t;

namespace
{

std::string code_of(Counted what)
{
    return std::string{forms::enum_name(what)};
}

bool is_timed(Counted what)
{
    return what != Counted::opened && what != Counted::rated;
}

std::int64_t count_of(const RowsView& view)
{
    switch (view.what) {
    case Counted::opened:
        return view.tally.opened;
    case Counted::replied:
        return view.tally.replied;
    case Counted::reopened:
        return view.tally.reopened;
    case Counted::rated:
        return view.tally.rated;
    case Counted::resolved:
        break;
    }
    return view.tally.resolved;
}

/// What the rows come to, as the figure says it.
std::string sum_of(const RowsView& view)
{
    const auto& tally = view.tally;
    if (view.what == Counted::rated && tally.satisfaction())
        return t("dashboards.rows.satisfied", {{"count", i18n::number(tally.satisfied)},
                                               {"share", i18n::percent(*tally.satisfaction())}});
    const auto& times = view.what == Counted::replied ? tally.first_reply : tally.resolution;
    const bool has_times = (view.what == Counted::replied || view.what == Counted::resolved);
    if (!has_times || !times.mean) return {};
    return t("dashboards.rows.times",
             {{"mean", length_text(times.mean)}, {"median", length_text(times.median)}});
}

Html head_of(const RowsView& view)
{
    const auto count =
        t("dashboards.rows." + code_of(view.what), {{"count", i18n::number(count_of(view))}});
    const auto narrowed = each(
        view.narrowed, [](const std::string& words) { return span(cls("chip chip-on"), words); });
    return div(cls("grid grid-cols-1 gap-1"),
               p(cls("h1"), attribute<"data-count">(count_of(view)), count),
               when(!sum_of(view).empty(), p(cls("text-13 text-fg-2"), sum_of(view))),
               p(cls("text-13 text-fg-2"), t("dashboards.definition." + code_of(view.what))),
               when(!view.narrowed.empty(), div(cls("mt-2 flex flex-wrap gap-2"), narrowed)));
}

std::string measured(const RowsView& view, const ListedTicket& row)
{
    if (view.what == Counted::rated)
        return t("dashboards.score", {{"score", std::to_string(row.score)}});
    if (view.what == Counted::replied) return length_text(Length{row.whole});
    if (!is_timed(view.what)) return {};
    const auto net = length_text(Length{row.net});
    if (row.net == row.whole) return net;
    return t("dashboards.net_of_whole", {{"net", net}, {"whole", length_text(Length{row.whole})}});
}

/// The hour only where all rows are of one day.
std::string moment_of(const RowsView& view, base::Instant at)
{
    const auto date = i18n::short_date(base::date_in(at, view.asked.zone));
    if (view.asked.period.first != view.asked.period.last) return date;
    return date + " " + i18n::time_of_day(at, view.asked.zone);
}

Html row_of(const RowsView& view, const ListedTicket& row)
{
    const auto name = view.members.find(row.assignee.value);
    const auto subject = a(href(html::route("/e/{}/tickets/{}", view.asked.slug, row.number)),
                           span(cls("num"), row.number), span(cls("subj"), row.title));
    const auto who = name == view.members.end() ? t("dashboards.gone") : name->second;
    return ui::list_row({.id = "ticket_" + row.id.text()},
                        group(ui::cell(subject, "what"), ui::party_cell(row.client_name),
                              ui::cell(text(priority_word(*view.workspace, row.priority)), "state"),
                              ui::cell(text(who), "aside"),
                              ui::cell(text(measured(view, row)), "mark num truncate"),
                              ui::cell(text(moment_of(view, row.at)), "when num")));
}

Html list_of(const RowsView& view)
{
    if (view.rows.empty())
        return ui::empty_state({.icon = "inbox",
                                .title = t("dashboards.rows.none"),
                                .detail = t("dashboards.rows.none_detail")});
    const auto measure = view.what == Counted::rated ? "dashboards.column.score"
                         : is_timed(view.what)       ? "dashboards.column.time"
                                                     : "dashboards.column.nothing";
    return ui::list(
        {.caption = title_of(view.what),
         .columns = {{.label = t("dashboards.column.ticket"), .width = ui::ColumnWidth::Fill},
                     {.label = t("dashboards.column.client")},
                     {.label = t("dashboards.column.priority")},
                     {.label = t("dashboards.column.member")},
                     {.label = t(measure)},
                     {.label = t("dashboards.column." + code_of(view.what) + "_at"),
                      .align = ui::ColumnAlign::Right}},
         .rows = each(view.rows, [&](const ListedTicket& row) { return row_of(view, row); })});
}

Html kept_fields(const RowsView& view)
{
    const auto& filter = view.asked.filter;
    Html kept = ui::hidden_field("chiffre", code_of(view.what));
    if (filter.priority) kept += ui::hidden_field("priorite", forms::enum_name(*filter.priority));
    if (filter.member) kept += ui::hidden_field("attribue", filter.member->text());
    if (filter.client) kept += ui::hidden_field("client", filter.client.text());
    return kept;
}

} // namespace

std::string title_of(Counted what)
{
    return t("dashboards.list." + code_of(what));
}

Html rows_page(const RowsView& view)
{
    const auto action = html::route("/e/{}/tableau-de-bord/tickets", view.asked.slug);
    const auto page = with_filter(action.with("chiffre", code_of(view.what)), view.asked.filter);
    const auto bar = period_bar(
        {.asked = view.asked, .page = page, .action = action, .kept = kept_fields(view)});
    return group(div(cls("grid grid-cols-1 gap-4 px-4 py-6 lg:px-5"), bar, head_of(view)),
                 div(cls("border-t border-line bg-surface"), list_of(view)),
                 ui::pager({.range = {}, .previous = {}, .next = view.next}));
}

} // namespace dashboards
