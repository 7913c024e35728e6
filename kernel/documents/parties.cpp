#include "kernel/documents/pieces.hpp"

#include <algorithm>
#include <numeric>

namespace documents
{
namespace
{

constexpr double receiver_x = 312; ///< 110 mm: the window of an envelope of French size
constexpr double party_gap = 18;
constexpr double frame = 9; ///< around a receiver who stands in one

double height_of(Canvas& canvas, const Words& words)
{
    return words.text.empty() ? 0 : canvas.height_of(words);
}

double height_of(Canvas& canvas, const std::vector<Words>& lines)
{
    return std::accumulate(lines.begin(), lines.end(), 0.0, [&](double sum, const Words& words) {
        return sum + height_of(canvas, words);
    });
}

std::vector<Words> address_of(const Style& style, const std::vector<std::string>& lines,
                              double width)
{
    std::vector<Words> address;
    for (const auto& text : lines) {
        const bool is_name = address.empty();
        address.push_back({.text = text,
                           .size = (is_name ? 10 : 9) * style.letters,
                           .width = width,
                           .weight = is_name ? Weight::Bold : Weight::Regular,
                           .colour = ink});
    }
    return address;
}

void write_below(Canvas& canvas, const std::vector<Words>& lines, double x, double y)
{
    for (const auto& words : lines) {
        canvas.write(words, x, y);
        y += height_of(canvas, words);
    }
}

/// What stands behind the receiver.
void draw_ground(Canvas& canvas, const Style& style, const Box& box)
{
    if (style.is(Manner::Modern)) {
        canvas.fill(box, style.tint);
        canvas.fill({box.x, box.y, 2.5, box.height}, style.brand);
    }
    if (style.is(Manner::Classic)) canvas.outline(box, line);
    if (style.is(Manner::Premium)) canvas.fill({box.x, box.y, 1, box.height}, style.brand);
}

bool has_ground(const Style& style)
{
    return style.is(Manner::Modern) || style.is(Manner::Classic) || style.is(Manner::Premium);
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Parties& block, const Style& style)
{
    const auto inset = has_ground(style) ? frame : 0;
    const auto from = address_of(style, block.from, receiver_x - side_margin - party_gap - inset);
    const auto width = side_margin + inner_width - receiver_x - inset;
    auto receiver = address_of(style, block.to, width);
    if (!block.to_label.empty()) {
        const auto& colour = style.is(Manner::Plain) ? quiet : style.deep;
        auto label = label_words(style, block.to_label, width, colour);
        if (style.is(Manner::Plain)) label.weight = Weight::Regular;
        receiver.insert(receiver.begin(), label);
    }
    const auto receiver_height = height_of(canvas, receiver);
    const auto height = std::max(height_of(canvas, from), receiver_height);
    const auto gap = party_gap * (style.is(Manner::Compact) ? 0.6 : 1);
    to.push_back(
        {.height = height + 2 * gap + (inset > 0 ? frame : 0), .draw = [=](Canvas& on, double y) {
             const auto top = y + 4 + inset;
             if (inset > 0)
                 draw_ground(on, style,
                             {receiver_x - inset, top - inset, width + 2 * inset,
                              receiver_height + 2 * inset});
             write_below(on, from, side_margin, top);
             write_below(on, receiver, receiver_x, top);
         }});
}

} // namespace documents
