#include "kernel/html/ui/chart_parts.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"

#include <algorithm>

namespace ui::parts
{

using namespace html;

namespace
{

constexpr const char* full = "var(--brand)";
constexpr const char* stroke_colour = "var(--brand-fg)";
constexpr const char* empty = "var(--surface)";
constexpr std::int64_t top = 10;
constexpr std::int64_t bottom = 24;
constexpr std::int64_t right = 6;
constexpr std::int64_t bar_max = 30;
constexpr std::int64_t hatch_gap = 5;
constexpr std::int64_t row_bar = 12;
constexpr std::int64_t row_gap = 16;
constexpr std::int64_t row_text = 9;
constexpr std::int64_t letter = 7;    ///< of 11 px figures, the widest
constexpr std::int64_t axis_gap = 12; ///< around the figures of the axis

std::string words_of(const Chart& chart, std::int64_t value)
{
    return chart.words ? chart.words(value) : i18n::number(value);
}

std::string point(std::int64_t x, std::int64_t y)
{
    return std::to_string(x) + " " + std::to_string(y);
}

/// Slanted lines that stay inside the box.
std::string hatching(const Box& box)
{
    std::string lines;
    for (auto c = hatch_gap; c < box.width + box.height; c += hatch_gap) {
        const auto from_x = std::max<std::int64_t>(0, c - box.height);
        const auto to_x = std::min(c, box.width);
        lines += "M" + point(box.x + from_x, box.y + c - from_x) + "L" +
                 point(box.x + to_x, box.y + c - to_x);
    }
    return lines;
}

/// Room for the figures of the axis.
std::int64_t axis_room(const Chart& chart, const base::ChartScale& scale)
{
    std::size_t letters = 0;
    for (std::int64_t value = 0; value <= scale.top; value += scale.step)
        letters = std::max(letters, base::code_points(words_of(chart, value)));
    return static_cast<std::int64_t>(letters) * letter + axis_gap;
}

struct Plot {
    const Chart& chart;
    const Canvas& canvas;
    base::ChartScale scale;
    std::int64_t left = axis_room(chart, scale);

    std::int64_t width() const { return canvas.width - left - right; }
    std::int64_t height() const { return canvas.height - top - bottom; }
    std::int64_t foot() const { return canvas.height - bottom; }
    std::int64_t up(std::int64_t value) const { return foot() - scale.place(value, height()); }
    std::int64_t groups() const { return std::ssize(chart.numbers.labels); }
    std::int64_t left_of(std::int64_t group) const
    {
        return left + width() * group / std::max<std::int64_t>(1, groups());
    }
    std::optional<std::int64_t> value(std::size_t series, std::int64_t group) const
    {
        const auto& values = chart.numbers.series[series].values;
        return group < std::ssize(values) ? values[static_cast<std::size_t>(group)] : std::nullopt;
    }
    const std::string& label(std::int64_t group) const
    {
        return chart.numbers.labels[static_cast<std::size_t>(group)];
    }
};

Attribute inked(const char* inside, const char* around)
{
    return attributes(attribute<"fill">(inside), attribute<"stroke">(around));
}

Attribute axis_words()
{
    return attributes(cls("num text-12"), attribute<"fill">("var(--fg-3)"));
}

Html title_of(const Plot& plot, std::size_t series, std::int64_t group, std::int64_t value)
{
    return svg_title(plot.label(group), " : ", words_of(plot.chart, value), " (",
                     plot.chart.numbers.series[series].name, ")");
}

Html axes_of(const Plot& plot)
{
    Html made;
    for (std::int64_t value = 0; value <= plot.scale.top; value += plot.scale.step) {
        const auto y = plot.up(value);
        made += path(inked("none", "var(--line)"),
                     attribute<"d">("M", plot.left, " ", y, "H", plot.canvas.width - right));
        made +=
            svg_text(axis_words(), attribute<"x">(plot.left - axis_gap / 2), attribute<"y">(y + 4),
                     attribute<"text-anchor">("end"), words_of(plot.chart, value));
    }
    const auto stride = static_cast<std::int64_t>(
        base::label_stride(plot.chart.numbers.labels.size(), plot.canvas.labels));
    for (std::int64_t group = 0; group < plot.groups(); group += stride)
        made += svg_text(axis_words(),
                         attribute<"x">((plot.left_of(group) + plot.left_of(group + 1)) / 2),
                         attribute<"y">(plot.canvas.height - 8), attribute<"text-anchor">("middle"),
                         plot.label(group));
    return made;
}

Html group_of(const Plot& plot, std::int64_t group)
{
    const bool is_pile = plot.chart.shape == ChartShape::Piles;
    const auto series_count = std::ssize(plot.chart.numbers.series);
    const auto room = plot.left_of(group + 1) - plot.left_of(group);
    const auto bars = is_pile ? 1 : series_count;
    const auto wide =
        std::clamp<std::int64_t>((room - std::max<std::int64_t>(1, room / 5)) / bars, 1, bar_max);
    const auto first = plot.left_of(group) + (room - wide * bars) / 2;
    Html made;
    std::int64_t under = 0;
    for (std::int64_t i = 0; i < series_count; ++i) {
        const auto series = static_cast<std::size_t>(i);
        const auto value = plot.value(series, group).value_or(0);
        const auto y = plot.up(under + value);
        const auto foot = plot.up(under);
        if (value > 0)
            made += bar({.x = is_pile ? first : first + i * wide,
                         .y = y,
                         .width = std::max<std::int64_t>(1, wide - 1),
                         .height = std::max<std::int64_t>(1, foot - y)},
                        series, title_of(plot, series, group, value));
        if (is_pile) under += value;
    }
    return made;
}

} // namespace

Html bar(const Box& box, std::size_t series, const Html& content)
{
    const auto shape =
        rect(series == 0 ? inked(full, full) : inked(empty, stroke_colour), attribute<"x">(box.x),
             attribute<"y">(box.y), attribute<"width">(box.width), attribute<"height">(box.height),
             attribute<"rx">(box.width > 8 ? 3 : 1), content);
    if (series != 1) return shape;
    return group(shape, path(inked("none", stroke_colour), attribute<"d">(hatching(box))));
}

Html line_sample(std::size_t series)
{
    const auto dashed = when(series > 0, attribute<"stroke-dasharray">("4 3"));
    return path(inked("none", stroke_colour), attribute<"stroke-width">(2), dashed,
                attribute<"d">("M0 7H14"));
}

Html columns_of(const Chart& chart, const Canvas& canvas)
{
    const auto stack =
        chart.shape == ChartShape::Piles ? base::ChartStack::OnTop : base::ChartStack::Beside;
    const Plot plot{chart, canvas, base::scale_of(chart.numbers, stack)};
    Html made = axes_of(plot);
    for (std::int64_t group = 0; group < plot.groups(); ++group)
        made += group_of(plot, group);
    return made;
}

Html lines_of(const Chart& chart, const Canvas& canvas)
{
    const Plot plot{chart, canvas, base::scale_of(chart.numbers)};
    Html made = axes_of(plot);
    for (std::size_t series = 0; series < chart.numbers.series.size(); ++series) {
        std::string way;
        Html marks;
        for (std::int64_t group = 0; group < plot.groups(); ++group) {
            const auto value = plot.value(series, group);
            if (!value) continue;
            const auto x = (plot.left_of(group) + plot.left_of(group + 1)) / 2;
            way += (way.empty() ? "M" : "L") + point(x, plot.up(*value));
            marks += circle(inked(series == 0 ? stroke_colour : empty, stroke_colour),
                            attribute<"cx">(x), attribute<"cy">(plot.up(*value)), attribute<"r">(3),
                            title_of(plot, series, group, *value));
        }
        made += path(inked("none", stroke_colour), attribute<"stroke-width">(2),
                     when(series > 0, attribute<"stroke-dasharray">("5 4")),
                     attribute<"d">(way.empty() ? "M0 0" : way));
        made += marks;
    }
    return made;
}

std::int64_t rows_height(const Chart& chart, const Canvas&)
{
    const auto bars = std::ssize(chart.numbers.series);
    return std::ssize(chart.numbers.labels) * (bars * row_bar + row_gap) + 4;
}

Html rows_of(const Chart& chart, const Canvas& canvas)
{
    const auto label_room = std::min<std::int64_t>(150, canvas.width / 3);
    const auto value_room = std::int64_t{44};
    const auto length = canvas.width - label_room - value_room;
    const Plot plot{chart, canvas, base::scale_of(chart.numbers)};
    const auto bars = std::ssize(chart.numbers.series);
    const auto letters = static_cast<std::size_t>(label_room / letter);
    Html made;
    for (std::int64_t group = 0; group < plot.groups(); ++group) {
        const auto y = group * (bars * row_bar + row_gap) + row_gap / 2;
        made += svg_text(cls("text-12"), attribute<"fill">("var(--fg)"), attribute<"x">(0),
                         attribute<"y">(y + bars * row_bar / 2 + 4),
                         base::shorten(plot.label(group), letters));
        for (std::int64_t i = 0; i < bars; ++i) {
            const auto series = static_cast<std::size_t>(i);
            const auto value = plot.value(series, group).value_or(0);
            const Box box{.x = label_room,
                          .y = y + i * row_bar,
                          .width = std::max<std::int64_t>(2, plot.scale.place(value, length)),
                          .height = row_bar - 2};
            if (value > 0) made += bar(box, series, title_of(plot, series, group, value));
            made +=
                svg_text(axis_words(), attribute<"x">(label_room + (value > 0 ? box.width : 0) + 6),
                         attribute<"y">(box.y + row_text), words_of(chart, value));
        }
    }
    return made;
}

} // namespace ui::parts
