#include "kernel/documents/pieces.hpp"

#include <algorithm>

namespace documents
{
namespace
{

constexpr double sums_width = inner_width * 0.46;
constexpr double label_part = 0.58;
constexpr double sums_gap = 8;
constexpr double sum_padding = 3.2;

struct Row {
    Words label;
    Words value;
    double above = 0;
    double height = 0; ///< without what is above
    double padding = sum_padding;
    bool is_strong = false;
    bool is_odd = false;
};

/// What stands behind the total.
bool is_filled(const Style& style)
{
    return style.is(Manner::Modern) || style.is(Manner::Premium);
}

Colour colour_of_sum(const Style& style, bool is_strong)
{
    if (!is_strong || style.is(Manner::Plain) || style.is(Manner::Classic)) return ink;
    return is_filled(style) ? white : style.deep;
}

Row row_of(Canvas& canvas, const Style& style, const Sums::Sum& sum)
{
    const bool is_strong = sum.weight == Sums::Weight::Strong;
    const auto colour = colour_of_sum(style, is_strong);
    const auto inset = style.is(Manner::Plain) ? 0 : std::max(style.edge, 5.0);
    const auto words = [&](const std::string& text, double width) {
        return Words{.text = text,
                     .size = (is_strong ? 12 : 9) * style.letters,
                     .width = width,
                     .weight = is_strong ? Weight::Bold : Weight::Regular,
                     .colour = colour};
    };
    Row row{.label = words(sum.label, sums_width * label_part - inset),
            .value = fitted(canvas, words(sum.value, sums_width * (1 - label_part) -
                                                         (style.is(Manner::Plain) ? 5 : inset))),
            .padding = sum_padding * (style.is(Manner::Compact) ? 0.6 : 1),
            .is_strong = is_strong};
    if (is_strong && !style.is(Manner::Plain)) row.padding += 3;
    row.value.align = Align::Right;
    row.height =
        std::max(canvas.height_of(row.label), canvas.height_of(row.value)) + 2 * row.padding;
    return row;
}

void draw_ground(Canvas& canvas, const Style& style, const Row& row, const Box& box)
{
    switch (style.look.manner) {
    case Manner::Plain:
        if (row.is_strong) canvas.rule(box.x, box.y, box.width, line);
        break;
    case Manner::Modern:
        canvas.fill(box, row.is_strong ? style.brand : style.tint);
        break;
    case Manner::Premium:
        if (row.is_strong) canvas.fill(box, style.deep);
        break;
    case Manner::Classic:
        canvas.outline(box, line);
        if (row.is_strong)
            canvas.fill({box.x + 1, box.y + 1, box.width - 2, box.height - 2}, shade);
        break;
    case Manner::Minimal:
        if (row.is_strong) canvas.fill({box.x, box.y + 1, box.width, 0.9}, ink);
        break;
    case Manner::Compact:
        if (row.is_strong) canvas.fill(box, mixed(style.brand, white, 0.86));
        break;
    }
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Sums& block, const Style& style)
{
    if (!to.empty()) to.back().follows = Follows::Next;
    const auto x = side_margin + inner_width - sums_width;
    const auto inset = style.is(Manner::Plain) ? 0 : std::max(style.edge, 5.0);
    auto above = sums_gap * std::max(style.air, 0.8);
    for (const auto& sum : block.sums) {
        auto row = row_of(canvas, style, sum);
        row.above = above;
        to.push_back({.height = row.above + row.height,
                      .draw =
                          [=](Canvas& on, double y) {
                              const auto top = y + row.above;
                              draw_ground(on, style, row, {x, top, sums_width, row.height});
                              const auto middle = [&](const Words& words) {
                                  return top + (row.height - on.height_of(words)) / 2;
                              };
                              on.write(row.label, x + inset, middle(row.label));
                              on.write(row.value, x + sums_width * label_part, middle(row.value));
                          },
                      .follows = Follows::Next});
        above = 0;
    }
    if (block.sums.empty()) return;
    to.back().follows = Follows::Anything;
    if (!style.is(Manner::Plain)) to.back().height += sums_gap;
}

} // namespace documents
