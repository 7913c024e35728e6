#include "modules/dashboards/report_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace dashboards
{

using namespace html;
using i18n::t;

namespace
{

Url report_url(const Asked& asked)
{
    return html::route("/e/{}/tableau-de-bord/rapport", asked.slug);
}

std::string code_of(By by)
{
    return std::string{forms::enum_name(by)};
}

Html by_choice(const Report& report)
{
    std::vector<ui::Tab> tabs;
    for (const auto by : {By::member, By::client, By::priority, By::category, By::period})
        tabs.push_back(
            {.label = title_of(by),
             .to = with_filter(with_period(report_url(report.asked), report.asked.period),
                               report.asked.filter)
                       .with("par", code_of(by)),
             .is_current = by == report.by});
    return ui::tabs(t("dashboards.report.by"), tabs);
}

Html download(const Report& report, const Url& page, const ui::Button& look)
{
    const auto to = with_filter(with_period(page, report.asked.period), report.asked.filter)
                        .with("par", code_of(report.by));
    return ui::link_button(to, look);
}

Html downloads(const Report& report)
{
    const auto& slug = report.asked.slug;
    const html::Attribute whole = attribute<"data-turbo">("false");
    return div(cls("flex flex-wrap gap-2"),
               download(report, html::route("/e/{}/tableau-de-bord/rapport/csv", slug),
                        {.label = t("dashboards.report.csv"), .icon = "download", .more = whole}),
               download(report, html::route("/e/{}/tableau-de-bord/rapport/pdf", slug),
                        {.label = t("dashboards.report.pdf"), .icon = "file-text", .more = whole}));
}

std::vector<Html> shown(const std::vector<std::string>& cells)
{
    std::vector<Html> row;
    for (const auto& cell : cells)
        row.push_back(text(cell));
    return row;
}

Html table_of(const Report& report)
{
    ui::FigureTable table{.caption =
                              t("dashboards.report.figures", {{"title", title_of(report.by)}}),
                          .columns = report_columns(report.by)};
    for (const auto& line : report.lines) {
        auto row = shown(report_cells(line.label, line.tally));
        if (!line.filter.is_empty()) {
            auto narrowed = report.asked.filter;
            if (line.filter.priority) narrowed.priority = line.filter.priority;
            if (line.filter.member) narrowed.member = line.filter.member;
            if (line.filter.client) narrowed.client = line.filter.client;
            row[1] = ui::link(rows_url(report.asked, Counted::opened, narrowed),
                              i18n::number(line.tally.opened));
            row[2] = ui::link(rows_url(report.asked, Counted::resolved, narrowed),
                              i18n::number(line.tally.resolved));
        }
        table.rows.push_back(std::move(row));
    }
    table.foot = shown(report_cells(t("dashboards.total"), report.whole));
    return ui::figure_table(table);
}

Html kept_fields(const Report& report)
{
    const auto& filter = report.asked.filter;
    Html kept = ui::hidden_field("par", code_of(report.by));
    if (filter.priority) kept += ui::hidden_field("priorite", forms::enum_name(*filter.priority));
    if (filter.member) kept += ui::hidden_field("attribue", filter.member->text());
    if (filter.client) kept += ui::hidden_field("client", filter.client.text());
    return kept;
}

} // namespace

std::string title_of(By by)
{
    return t("dashboards.card." + code_of(by));
}

std::vector<std::string> report_columns(By by)
{
    std::vector<std::string> columns{
        t(by == By::period ? "dashboards.column.slot" : "dashboards.column." + code_of(by))};
    for (const char* code : {"opened", "resolved", "reopened", "mean", "median", "whole",
                             "first_reply", "first_reply_median", "opinions", "satisfaction"})
        columns.push_back(t(std::string{"dashboards.column."} + code));
    return columns;
}

std::vector<std::string> report_cells(const std::string& label, const Tally& tally)
{
    return {label,
            i18n::number(tally.opened),
            i18n::number(tally.resolved),
            i18n::number(tally.reopened),
            length_text(tally.resolution.mean),
            length_text(tally.resolution.median),
            length_text(tally.whole.mean),
            length_text(tally.first_reply.mean),
            length_text(tally.first_reply.median),
            i18n::number(tally.rated),
            percent_text(tally.satisfaction())};
}

Html report_page(const Report& report)
{
    const auto page =
        with_filter(report_url(report.asked), report.asked.filter).with("par", code_of(report.by));
    const auto chips = each(
        report.narrowed, [](const std::string& words) { return span(cls("chip chip-on"), words); });
    return group(by_choice(report),
                 div(cls("mx-auto grid max-w-[1240px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
                     div(cls("flex flex-wrap items-start justify-between gap-4"),
                         period_bar({.asked = report.asked,
                                     .page = page,
                                     .action = report_url(report.asked),
                                     .kept = kept_fields(report)}),
                         downloads(report)),
                     when(!report.narrowed.empty(), div(cls("flex flex-wrap gap-2"), chips)),
                     ui::card({.title = title_of(report.by), .id = "report"}, table_of(report))));
}

} // namespace dashboards
