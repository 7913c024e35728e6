#include "modules/dashboards/chart_views.hpp"

#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/chart.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace dashboards
{

using namespace html;
using i18n::t;

namespace
{

/// In a table, a count leads to its rows; none leads nowhere.
Html count_link(const Url& to, std::int64_t count)
{
    if (count == 0) return text("0");
    return a(cls("link"), href(to), i18n::number(count));
}

std::vector<Html> cells_of(const DashboardView& view, const Line& line)
{
    const auto& tally = line.tally;
    return {text(line.label),
            count_link(rows_url(view.asked, Counted::opened, line.filter), tally.opened),
            count_link(rows_url(view.asked, Counted::resolved, line.filter), tally.resolved),
            text(length_text(tally.resolution.mean)),
            text(length_text(tally.resolution.median)),
            text(length_text(tally.first_reply.mean)),
            text(percent_text(tally.satisfaction()))};
}

Html line_table(const DashboardView& view, const std::string& kind, const std::vector<Line>& lines)
{
    ui::FigureTable table{
        .caption = t("dashboards.table." + kind),
        .columns = {t("dashboards.column." + kind), t("dashboards.column.opened"),
                    t("dashboards.column.resolved"), t("dashboards.column.mean"),
                    t("dashboards.column.median"), t("dashboards.column.first_reply"),
                    t("dashboards.column.satisfaction")},
        .foot = cells_of(view, {.label = t("dashboards.total"), .filter = {}, .tally = view.now})};
    for (const auto& line : lines)
        table.rows.push_back(cells_of(view, line));
    return ui::figure_table(table);
}

/// An hour has no list of its own.
Html slot_count(const DashboardView& view, const SlotLine& slot, Counted what, std::int64_t count)
{
    if (grain_of(view.asked.period) == Grain::hour) return text(i18n::number(count));
    auto part = view.asked;
    part.period = slot.days;
    part.is_part = true;
    return count_link(rows_url(part, what, {}), count);
}

std::vector<Html> cells_of(const DashboardView& view, const SlotLine& slot)
{
    const auto& tally = slot.tally;
    return {text(slot.label), slot_count(view, slot, Counted::opened, tally.opened),
            slot_count(view, slot, Counted::resolved, tally.resolved),
            text(length_text(tally.resolution.mean)), text(length_text(tally.resolution.median))};
}

Html slot_table(const DashboardView& view)
{
    ui::FigureTable table{.caption = t("dashboards.table.slot"),
                          .columns = {t("dashboards.column.slot"), t("dashboards.column.opened"),
                                      t("dashboards.column.resolved"), t("dashboards.column.mean"),
                                      t("dashboards.column.median")}};
    for (const auto& slot : view.slots)
        table.rows.push_back(cells_of(view, slot));
    table.foot = {text(t("dashboards.total")), text(i18n::number(view.now.opened)),
                  text(i18n::number(view.now.resolved)),
                  text(length_text(view.now.resolution.mean)),
                  text(length_text(view.now.resolution.median))};
    return ui::figure_table(table);
}

std::string counts_in_words(const Tally& tally)
{
    return t("dashboards.chart.counts",
             {{"opened", i18n::number(tally.opened)}, {"resolved", i18n::number(tally.resolved)}});
}

std::optional<std::int64_t> hours_of(const std::optional<Length>& length)
{
    if (!length) return {};
    return std::chrono::round<std::chrono::hours>(*length).count();
}

template <class Lines>
base::Chart counts_of(const Lines& lines)
{
    base::Chart chart{
        .labels = {},
        .series = {{t("dashboards.column.opened"), {}}, {t("dashboards.column.resolved"), {}}}};
    for (const auto& line : lines) {
        chart.series[0].values.emplace_back(line.tally.opened);
        chart.series[1].values.emplace_back(line.tally.resolved);
    }
    return chart;
}

} // namespace

base::Chart flow_of(const std::vector<SlotLine>& slots)
{
    auto chart = counts_of(slots);
    for (const auto& slot : slots)
        chart.labels.push_back(slot.short_label);
    return chart;
}

base::Chart pace_of(const std::vector<SlotLine>& slots)
{
    base::Chart chart{
        .labels = {},
        .series = {{t("dashboards.chart.mean"), {}}, {t("dashboards.chart.median"), {}}}};
    for (const auto& slot : slots) {
        chart.labels.push_back(slot.short_label);
        chart.series[0].values.push_back(hours_of(slot.tally.resolution.mean));
        chart.series[1].values.push_back(hours_of(slot.tally.resolution.median));
    }
    return chart;
}

base::Chart shares_of(std::span<const Line> lines)
{
    auto chart = counts_of(lines);
    for (const auto& line : lines)
        chart.labels.push_back(line.label);
    return chart;
}

html::Html flow_card(const DashboardView& view)
{
    return ui::card({.title = t("dashboards.card.flow"), .id = "dashboard-flow"},
                    ui::chart({.id = "chart-flow",
                               .title = t("dashboards.card.flow"),
                               .sentence = counts_in_words(view.now),
                               .numbers = flow_of(view.slots),
                               .table = slot_table(view)}));
}

html::Html pace_card(const DashboardView& view)
{
    const auto hours = [](std::int64_t value) {
        return t("dashboards.chart.hours", {{"count", i18n::number(value)}});
    };
    return ui::card({.title = t("dashboards.card.pace"), .id = "dashboard-pace"},
                    ui::chart({.id = "chart-pace",
                               .title = t("dashboards.card.pace"),
                               .sentence = t("dashboards.rows.times",
                                             {{"mean", length_text(view.now.resolution.mean)},
                                              {"median", length_text(view.now.resolution.median)}}),
                               .shape = ui::ChartShape::Lines,
                               .width = ui::ChartWidth::Half,
                               .numbers = pace_of(view.slots),
                               .words = hours,
                               .table = slot_table(view)}));
}

html::Html distribution_card(const DashboardView& view, const std::string& kind,
                             const std::vector<Line>& lines, ui::ChartWidth width)
{
    return ui::card({.title = t("dashboards.card." + kind), .id = "dashboard-" + kind},
                    ui::chart({.id = "chart-" + kind,
                               .title = t("dashboards.card." + kind),
                               .sentence = counts_in_words(view.now),
                               .shape = ui::ChartShape::Rows,
                               .width = width,
                               .numbers = shares_of(lines),
                               .table = line_table(view, kind, lines)}));
}

} // namespace dashboards
