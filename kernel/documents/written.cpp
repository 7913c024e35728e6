#include "kernel/documents/pieces.hpp"

namespace documents
{
namespace
{

constexpr double level_width = 15;
constexpr double block_gap = 5;
constexpr double item_gap = 1.5;

struct Place {
    double x = side_margin;
    std::string marker; ///< of an item of a list
};

Colour colour_of_text(const Written& block, const Colour& brand)
{
    if (block.tone == Tone::Greyed) return greyed;
    return block.hue == Hue::Brand ? brand : block.hue == Hue::Quiet ? quiet : ink;
}

Place place_of(const TextBlock& block, int number)
{
    if (block.level == 0) return {};
    return {.x = side_margin + level_width * block.level,
            .marker = number > 0 ? std::to_string(number) + "." : "\u2022"};
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Written& block, const Colour& brand)
{
    const auto colour = colour_of_text(block, brand);
    const auto numbers = item_numbers(block.text);
    for (std::size_t b = 0; b < block.text.blocks.size(); ++b) {
        const auto& one = block.text.blocks[b];
        const auto place = place_of(one, numbers[b]);
        const auto laid = canvas.lay({.runs = one.runs,
                                      .size = block.size,
                                      .width = inner_width + side_margin - place.x,
                                      .colour = colour,
                                      .link_colour = block.tone == Tone::Plain ? brand : greyed,
                                      // items stay beside their markers
                                      .align = one.level == 0 ? block.align : Align::Left});
        const auto heights = Canvas::line_heights(*laid);
        for (std::size_t i = 0; i < heights.size(); ++i) {
            const Words marker{.text = i == 0 ? place.marker : "",
                               .size = block.size,
                               .width = level_width,
                               .colour = colour};
            to.push_back(
                {.height = heights[i],
                 .draw =
                     [laid, i, x = place.x, marker](Canvas& on, double y) {
                         if (!marker.text.empty()) on.write(marker, x - level_width + 3, y + 1.2);
                         on.write_line(*laid, i, x, y);
                     },
                 // no first line alone at the foot of a page
                 .follows = i == 0 && heights.size() > 1 ? Follows::Next : Follows::Anything});
        }
        const auto& blocks = block.text.blocks;
        const bool goes_on = one.level > 0 && b + 1 < blocks.size() && blocks[b + 1].level > 0;
        to.back().height += goes_on ? item_gap : block_gap;
    }
}

} // namespace documents
