#include "kernel/documents/drawing.hpp"

#include "kernel/documents/pieces.hpp"
#include "kernel/i18n/format.hpp"

#include <algorithm>

namespace documents
{
namespace
{

constexpr Colour ink{0.10, 0.11, 0.14};
constexpr Colour quiet{0.36, 0.38, 0.43};
constexpr Colour grid{0.88, 0.89, 0.91};
constexpr double head = 34; ///< title and legend
constexpr double plot_height = 120;
constexpr double axis_room = 26;
constexpr double label_room = 16;
constexpr double name_room = 120;
constexpr double value_room = 40;
constexpr double row_bar = 8;
constexpr double row_gap = 8;
constexpr std::size_t labels_max = 12;
constexpr std::int64_t precision = 10'000; ///< places on an axis

std::int64_t value_at(const base::ChartSeries& series, std::size_t group)
{
    return group < series.values.size() ? series.values[group].value_or(0) : 0;
}

Words small(const std::string& text, double width, Align align)
{
    return {.text = text,
            .size = 7.5,
            .width = width,
            .align = align,
            .lines = Lines::One,
            .colour = quiet};
}

/// Full, hatched, empty.
void draw_bar(Canvas& canvas, const Box& box, std::size_t series, const Colour& brand)
{
    if (series == 0) return canvas.fill(box, brand);
    if (series == 1) canvas.hatch(box, brand);
    canvas.outline(box, brand);
}

void draw_head(Canvas& canvas, const Drawing& drawing, const Colour& brand, double y)
{
    canvas.write({.text = drawing.title,
                  .size = 9.5,
                  .width = inner_width,
                  .weight = Weight::Bold,
                  .lines = Lines::One,
                  .colour = ink},
                 side_margin, y);
    auto x = side_margin;
    for (std::size_t i = 0; i < drawing.numbers.series.size(); ++i) {
        draw_bar(canvas, {.x = x, .y = y + 17, .width = 8, .height = 8}, i, brand);
        canvas.write(small(drawing.numbers.series[i].name, 90, Align::Left), x + 13, y + 16);
        x += 100;
    }
}

double part_of(const base::ChartScale& scale, std::int64_t value)
{
    return static_cast<double>(scale.place(value, precision)) / static_cast<double>(precision);
}

void draw_grid(Canvas& canvas, const base::ChartScale& scale, double top)
{
    for (std::int64_t value = 0; value <= scale.top; value += scale.step) {
        const auto y = top + plot_height * (1 - part_of(scale, value));
        canvas.rule(side_margin + axis_room, y, inner_width - axis_room, grid);
        canvas.write(small(i18n::number(value), axis_room - 6, Align::Right), side_margin, y - 5);
    }
}

void draw_columns(Canvas& canvas, const Drawing& drawing, const Colour& brand, double top)
{
    const auto& numbers = drawing.numbers;
    const auto scale = base::scale_of(numbers);
    draw_grid(canvas, scale, top);
    const auto room = (inner_width - axis_room) / static_cast<double>(numbers.labels.size());
    const auto bars = static_cast<double>(numbers.series.size());
    const auto wide = std::min(18.0, room * 0.8 / bars);
    const auto stride = base::label_stride(numbers.labels.size(), labels_max);
    for (std::size_t group = 0; group < numbers.labels.size(); ++group) {
        const auto left = side_margin + axis_room + room * static_cast<double>(group);
        auto x = left + (room - wide * bars) / 2;
        for (std::size_t series = 0; series < numbers.series.size(); ++series, x += wide) {
            const auto high = plot_height * part_of(scale, value_at(numbers.series[series], group));
            if (high > 0)
                draw_bar(canvas, {x + 0.5, top + plot_height - high, wide - 1, high}, series,
                         brand);
        }
        if (group % stride == 0)
            canvas.write(
                small(numbers.labels[group], room * static_cast<double>(stride), Align::Left), left,
                top + plot_height + 4);
    }
}

void draw_rows(Canvas& canvas, const Drawing& drawing, const Colour& brand, double top)
{
    const auto& numbers = drawing.numbers;
    const auto scale = base::scale_of(numbers);
    const auto length = inner_width - name_room - value_room;
    auto y = top;
    for (std::size_t group = 0; group < numbers.labels.size(); ++group) {
        canvas.write({.text = numbers.labels[group],
                      .size = 8.5,
                      .width = name_room - 8,
                      .lines = Lines::One,
                      .colour = ink},
                     side_margin, y + 1);
        for (std::size_t series = 0; series < numbers.series.size(); ++series, y += row_bar) {
            const auto value = value_at(numbers.series[series], group);
            const auto wide = length * part_of(scale, value);
            if (wide > 0)
                draw_bar(canvas, {side_margin + name_room, y, wide, row_bar - 1}, series, brand);
            canvas.write(small(i18n::number(value), value_room, Align::Left),
                         side_margin + name_room + wide + 4, y - 1.5);
        }
        y += row_gap;
    }
}

} // namespace

double drawing_height(const Drawing& drawing)
{
    if (drawing.shape == DrawingShape::Columns) return head + plot_height + label_room;
    const auto bars = static_cast<double>(drawing.numbers.series.size());
    return head + static_cast<double>(drawing.numbers.labels.size()) * (bars * row_bar + row_gap);
}

void draw(Canvas& canvas, const Drawing& drawing, const Colour& brand, double y)
{
    draw_head(canvas, drawing, brand, y);
    if (drawing.numbers.labels.empty()) return;
    if (drawing.shape == DrawingShape::Rows) return draw_rows(canvas, drawing, brand, y + head);
    draw_columns(canvas, drawing, brand, y + head);
}

} // namespace documents
