#include "kernel/html/ui/chart.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/chart_parts.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace ui
{

using namespace html;

namespace
{

constexpr parts::Canvas whole{.width = 880, .height = 240, .labels = 14};
constexpr parts::Canvas half{.width = 440, .height = 220, .labels = 7};
constexpr parts::Canvas phone{.width = 340, .height = 190, .labels = 6};

Html drawing(const Chart& chart, const parts::Canvas& canvas)
{
    switch (chart.shape) {
    case ChartShape::Rows:
        return parts::rows_of(chart, canvas);
    case ChartShape::Lines:
        return parts::lines_of(chart, canvas);
    case ChartShape::Columns:
    case ChartShape::Piles:
        break;
    }
    return parts::columns_of(chart, canvas);
}

Html picture_of(const Chart& chart, const parts::Canvas& canvas, std::string_view which)
{
    const auto height =
        chart.shape == ChartShape::Rows ? parts::rows_height(chart, canvas) : canvas.height;
    return svg(
        cls(which == "phone" ? "w-full md:hidden" : "hidden w-full md:block"),
        attribute<"viewBox">("0 0 ", canvas.width, " ", height), role("img"),
        attribute<"aria-labelledby">(chart.id, "-", which, "-t ", chart.id, "-", which, "-d"),
        svg_title(id(chart.id, "-", which, "-t"), chart.title),
        detail::Builder::element("desc", detail::Close::Tag,
                                 {id(chart.id, "-", which, "-d"), chart.sentence}),
        drawing(chart, canvas));
}

Html legend_of(const Chart& chart)
{
    if (chart.numbers.series.size() < 2) return none;
    Html entries;
    for (std::size_t i = 0; i < chart.numbers.series.size(); ++i)
        entries += span(cls("flex items-center gap-2"),
                        svg(cls("i-sm"), attribute<"viewBox">("0 0 14 14"),
                            attribute<"aria-hidden">("true"),
                            chart.shape == ChartShape::Lines
                                ? parts::line_sample(i)
                                : parts::bar({.x = 1, .y = 1, .width = 12, .height = 12}, i)),
                        chart.numbers.series[i].name);
    return p(cls("flex flex-wrap gap-4 text-12 text-fg-2"), entries);
}

} // namespace

Html chart(const Chart& chart)
{
    const auto numbers =
        details(cls("text-12"), summary(cls("link"), i18n::t("ui.figure.numbers")), chart.table);
    return figure(cls("grid grid-cols-1 gap-2 p-4"), legend_of(chart),
                  picture_of(chart, chart.width == ChartWidth::Half ? half : whole, "wide"),
                  picture_of(chart, phone, "phone"), when(!chart.table.empty(), numbers));
}

} // namespace ui
