#include "kernel/documents/pieces.hpp"

#include <algorithm>
#include <memory>

namespace documents
{
namespace
{

constexpr double gutter = 24; ///< between what stands side by side
constexpr double column_width = (inner_width - gutter) / 2;
constexpr double paragraph_gap = 5;
constexpr double rule_gap = 10;
constexpr double gap_max = 400;
constexpr double emblem_min = 20;
constexpr double emblem_max = 200;
constexpr double emblem_gap = 8;
constexpr int picture_min = 10; ///< percent
constexpr double picture_height_max = 560;
constexpr double picture_gap = 6;
constexpr double button_padding = 14;
constexpr double button_gap = 6;
constexpr double address_gap = 3;
constexpr double signing_gap = 14;
constexpr double signing_room = 68;
constexpr std::size_t signing_places_max = 2;

using Laid = std::shared_ptr<const LaidPhrase>;

/// One column: its lines, from the top.
struct Column {
    struct Line {
        Laid laid;
        std::size_t number = 0;
        double x = 0; ///< from the left of the column
        double top = 0;
        std::string marker{};
    };
    std::vector<Line> lines;
    double height = 0;
};

Column column_of(Canvas& canvas, const RichText& text, double size, const Colour& brand)
{
    constexpr double level_width = 15;
    Column column;
    const auto numbers = item_numbers(text);
    for (std::size_t b = 0; b < text.blocks.size(); ++b) {
        const auto& block = text.blocks[b];
        const auto x = level_width * block.level;
        const auto laid = canvas.lay({.runs = block.runs,
                                      .size = size,
                                      .width = column_width - x,
                                      .colour = ink,
                                      .link_colour = brand});
        const auto heights = Canvas::line_heights(*laid);
        const auto marker = block.level == 0 ? std::string{}
                            : numbers[b] > 0 ? std::to_string(numbers[b]) + "."
                                             : std::string{"\u2022"};
        for (std::size_t i = 0; i < heights.size(); ++i) {
            column.lines.push_back({.laid = laid,
                                    .number = i,
                                    .x = x,
                                    .top = column.height,
                                    .marker = i == 0 ? marker : std::string{}});
            column.height += heights[i];
        }
        column.height += paragraph_gap;
    }
    return column;
}

void draw(Canvas& canvas, const Column& column, double size, double x, double y)
{
    constexpr double marker_width = 12;
    for (const auto& one : column.lines) {
        if (!one.marker.empty())
            canvas.write({.text = one.marker, .size = size, .width = marker_width, .colour = ink},
                         x + one.x - marker_width, y + one.top + 1.2);
        canvas.write_line(*one.laid, one.number, x + one.x, y + one.top);
    }
}

double place_of(Align align, double width)
{
    if (align == Align::Right) return side_margin + inner_width - width;
    return align == Align::Centre ? side_margin + (inner_width - width) / 2 : side_margin;
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Abreast& block, const Colour& brand)
{
    // One piece that fits no page would run off it: longer texts stand one below the other.
    constexpr double height_max = 560;
    const auto left = column_of(canvas, block.left, block.size, brand);
    const auto right = column_of(canvas, block.right, block.size, brand);
    const auto height = std::max(left.height, right.height);
    if (height > height_max) {
        add(to, canvas, Written{.text = block.left, .size = block.size}, brand);
        add(to, canvas, Written{.text = block.right, .size = block.size}, brand);
        return;
    }
    to.push_back({.height = height, .draw = [left, right, size = block.size](Canvas& on, double y) {
                      draw(on, left, size, side_margin, y);
                      draw(on, right, size, side_margin + column_width + gutter, y);
                  }});
}

void add(Pieces& to, Canvas& /*canvas*/, const Rule& block, const Style& style)
{
    const auto colour = block.hue == Hue::Brand   ? style.brand
                        : block.hue == Hue::Usual ? ink
                                                  : line;
    to.push_back({.height = 2 * rule_gap, .draw = [colour](Canvas& on, double y) {
                      on.rule(side_margin, y + rule_gap, inner_width, colour);
                  }});
}

void add(Pieces& to, Canvas& /*canvas*/, const Gap& block)
{
    to.push_back(
        {.height = std::clamp(block.height, 0.0, gap_max), .draw = [](Canvas&, double) {}});
}

void add(Pieces& to, Canvas& /*canvas*/, const Emblem& block)
{
    if (block.png.empty()) return;
    const auto side = std::clamp(block.side, emblem_min, emblem_max);
    to.push_back({.height = side + emblem_gap,
                  .draw = [png = block.png, side, x = place_of(block.align, side)](
                              Canvas& on, double y) { on.picture(png, x, y, side); }});
}

void add(Pieces& to, Canvas& /*canvas*/, const Picture& block)
{
    const bool is_known = block.width > 0 && block.height > 0;
    const auto shape =
        is_known ? static_cast<double>(block.height) / static_cast<double>(block.width) : 0.75;
    const auto asked = inner_width * std::clamp(block.percent, picture_min, 100) / 100;
    const auto height = std::min(asked * shape, picture_height_max);
    const auto width = height / shape;
    const Box box{
        .x = place_of(block.align, width), .y = picture_gap, .width = width, .height = height};
    to.push_back({.height = height + 2 * picture_gap,
                  .draw = [box, jpeg = block.jpeg](Canvas& on, double y) {
                      auto place = box;
                      place.y += y;
                      if (!on.photo(jpeg ? jpeg() : std::string{}, place)) on.fill(place, shade);
                  }});
}

void add(Pieces& to, Canvas& canvas, const Button& block, const Style& style)
{
    Words label{.text = block.label,
                .size = 10,
                .width = inner_width - 2 * button_padding,
                .weight = Weight::Bold,
                .lines = Lines::One,
                .colour = {1, 1, 1}};
    const auto wide = canvas.width_of(label) + 2 * button_padding;
    const auto high = canvas.height_of(label) + button_padding;
    const Box box{.x = place_of(block.align, wide), .y = button_gap, .width = wide, .height = high};
    const Words address{.text = block.address,
                        .size = 7.5,
                        .width = inner_width,
                        .align = block.align,
                        .lines = Lines::One,
                        .colour = quiet};
    to.push_back({.height = high + address_gap + canvas.height_of(address) + 2 * button_gap,
                  .draw = [=, to = block.address, fill = style.brand](Canvas& on, double y) {
                      auto place = box;
                      place.y += y;
                      on.fill(place, fill);
                      on.write(label, place.x + button_padding, place.y + button_padding / 2);
                      on.link(place, to);
                      on.write(address, side_margin, place.y + high + address_gap);
                  }});
}

void add(Pieces& to, Canvas& canvas, const SigningPlaces& block)
{
    std::vector<Words> who;
    double height = 0;
    for (const auto& words : block.who) {
        if (who.size() == signing_places_max) break;
        who.push_back({.text = words, .size = 9.5, .width = column_width, .colour = ink});
        height = std::max(height, canvas.height_of(who.back()));
    }
    if (who.empty()) return;
    to.push_back({.height = signing_gap + height + signing_room + signing_gap,
                  .draw = [who, height](Canvas& on, double y) {
                      auto x = side_margin;
                      for (const auto& words : who) {
                          on.write(words, x, y + signing_gap);
                          on.rule(x, y + signing_gap + height + signing_room, column_width, line);
                          x += column_width + gutter;
                      }
                  }});
}

} // namespace documents
