#include "modules/dashboards/report_export_pages.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/dashboards/chart_views.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dashboards
{
namespace
{

using i18n::t;

constexpr std::int64_t hundredths_of_hour = 36'000'000; ///< microseconds
constexpr std::size_t drawn_rows_max = 12;

/// « 6,5 »: hours, as a spreadsheet adds them up.
std::string hours_cell(const std::optional<Length>& length)
{
    if (!length) return {};
    return i18n::decimal((length->count() + hundredths_of_hour / 2) / hundredths_of_hour, 2);
}

std::string plain(std::int64_t count)
{
    return std::to_string(count);
}

std::string csv_row(const std::string& label, const Tally& tally)
{
    const auto satisfaction = tally.satisfaction();
    return base::csv_line({label, plain(tally.opened), plain(tally.resolved), plain(tally.reopened),
                           hours_cell(tally.resolution.mean), hours_cell(tally.resolution.median),
                           hours_cell(tally.whole.mean), hours_cell(tally.first_reply.mean),
                           hours_cell(tally.first_reply.median), plain(tally.rated),
                           satisfaction ? plain(*satisfaction) : ""});
}

std::string filters_of(const Report& report)
{
    return report.narrowed.empty() ? t("dashboards.report.no_filter")
                                   : base::join(report.narrowed, ", ");
}

std::vector<std::string> csv_columns(By by)
{
    auto columns = report_columns(by);
    for (const std::size_t timed : {4U, 5U, 6U, 7U, 8U})
        columns[timed] += t("dashboards.report.in_hours");
    columns[10] += t("dashboards.report.in_percent");
    return columns;
}

std::string made_words(const Report& report)
{
    return i18n::date_and_time(report.made_at, report.asked.zone);
}

documents::KeyFigures key_figures(const Tally& tally)
{
    const auto figure = [](const char* code, const std::string& value, const std::string& note) {
        return documents::KeyFigure{
            .label = t(std::string{"dashboards.figure."} + code), .value = value, .note = note};
    };
    return {{figure("opened", i18n::number(tally.opened), ""),
             figure("resolved", i18n::number(tally.resolved), ""),
             figure("reopened", i18n::number(tally.reopened), ""),
             figure("satisfaction", percent_text(tally.satisfaction()),
                    t("dashboards.opinions", {{"count", i18n::number(tally.rated)}})),
             figure("resolution", length_text(tally.resolution.mean), ""),
             figure("median", length_text(tally.resolution.median), ""),
             figure("whole", length_text(tally.whole.mean), ""),
             figure("first_reply", length_text(tally.first_reply.mean),
                    t("dashboards.median", {{"length", length_text(tally.first_reply.median)}}))}};
}

/// A column of the page that paper has room for, and how wide.
struct PaperColumn {
    std::size_t at = 0;
    int share = 0;
};
constexpr std::array paper_columns{PaperColumn{0, 20}, PaperColumn{1, 9},  PaperColumn{2, 9},
                                   PaperColumn{3, 9},  PaperColumn{4, 13}, PaperColumn{5, 13},
                                   PaperColumn{7, 12}, PaperColumn{9, 7},  PaperColumn{10, 14}};

std::vector<std::string> on_paper(const std::vector<std::string>& cells)
{
    std::vector<std::string> chosen;
    for (const auto& column : paper_columns)
        chosen.push_back(cells[column.at]);
    return chosen;
}

std::span<const Line> first_lines(const std::vector<Line>& lines, std::size_t most)
{
    return std::span{lines}.first(std::min(lines.size(), most));
}

documents::Table table_of(const Report& report)
{
    const auto titles = report_columns(report.by);
    documents::Table table;
    for (const auto& column : paper_columns)
        table.columns.push_back(
            {.title = titles[column.at],
             .align = column.at == 0 ? documents::Align::Left : documents::Align::Right,
             .share = column.share});
    for (const auto& line : first_lines(report.lines, paper_lines_max))
        table.rows.push_back(on_paper(report_cells(line.label, line.tally)));
    table.foot = on_paper(report_cells(t("dashboards.total"), report.whole));
    return table;
}

std::vector<documents::Block> body_of(const Report& report)
{
    std::vector<documents::Block> body{
        key_figures(report.whole),
        documents::Drawing{.title = t("dashboards.card.flow"), .numbers = flow_of(report.slots)}};
    if (report.by != By::period && !report.lines.empty())
        body.emplace_back(
            documents::Drawing{.title = title_of(report.by),
                               .shape = documents::DrawingShape::Rows,
                               .numbers = shares_of(first_lines(report.lines, drawn_rows_max))});
    body.emplace_back(documents::Heading{title_of(report.by)});
    body.emplace_back(table_of(report));
    if (report.lines.size() > paper_lines_max)
        body.emplace_back(documents::Paragraph{
            t("dashboards.report.cut",
              {{"shown", i18n::number(static_cast<std::int64_t>(paper_lines_max))},
               {"count", i18n::number(std::ssize(report.lines))}})});
    body.emplace_back(documents::Heading{t("dashboards.report.how")});
    for (const char* code : {"resolved", "resolution", "whole", "first_reply", "satisfaction"})
        body.emplace_back(documents::Paragraph{t(std::string{"dashboards.figure."} + code) + " : " +
                                               t(std::string{"dashboards.definition."} + code)});
    return body;
}

} // namespace

std::string csv_of(const Report& report)
{
    auto bytes =
        std::string{base::csv_mark} +
        base::csv_line({t("dashboards.report.title"), title_of(report.by)}) +
        base::csv_line({t("dashboards.period.label"), title_of(report.asked.period),
                        report.asked.period.first.text(), report.asked.period.last.text()}) +
        base::csv_line({t("dashboards.report.filters"), filters_of(report)}) +
        base::csv_line({t("dashboards.report.made"), made_words(report)}) + base::csv_line({}) +
        base::csv_line(csv_columns(report.by));
    for (const auto& line : report.lines)
        bytes += csv_row(line.label, line.tally);
    return bytes + csv_row(t("dashboards.total"), report.whole);
}

documents::Document paper_of(const Report& report, const tenancy::Workspace& workspace)
{
    auto subtitle = title_of(report.asked.period);
    if (report.asked.period.span != Span::custom)
        subtitle += " (" + days_of(report.asked.period) + ")";
    if (!report.narrowed.empty()) subtitle += " · " + filters_of(report);
    return {.title = t("dashboards.report.paper",
                       {{"by", t("dashboards.by." + std::string{forms::enum_name(report.by)})}}),
            .subtitle = subtitle,
            .from = {.name = workspace.name, .logo = {}},
            .colour = documents::paper_colour(workspace),
            .body = body_of(report),
            .foot = t("dashboards.report.foot",
                      {{"name", workspace.name}, {"moment", made_words(report)}}),
            .made_at = report.made_at};
}

} // namespace dashboards
