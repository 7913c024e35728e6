#include "kernel/documents/pieces.hpp"

#include <algorithm>

namespace documents
{
namespace
{

constexpr double gutter = 9;
constexpr double caption_gap = 3;
constexpr double row_gap = 8;
constexpr double single_width = 330;
constexpr double height_max = 200; ///< a picture taken upright stays beside others

std::size_t columns_for(std::size_t count)
{
    if (count == 1) return 1;
    return count == 2 || count == 4 ? 2 : 3;
}

struct Cell {
    const Photos::Photo photo;
    Box box; ///< from the top of its row
    Words caption;
};

/// As wide as its column and as high as its shape asks for; 4:3 where nobody knows.
Box box_of(const Photos::Photo& photo, double x, double width)
{
    const bool is_known = photo.width > 0 && photo.height > 0;
    const auto shape =
        is_known ? static_cast<double>(photo.height) / static_cast<double>(photo.width) : 0.75;
    const auto height = std::min(width * shape, height_max);
    return {.x = x, .y = 0, .width = height / shape, .height = height};
}

void draw_row(Canvas& canvas, const std::vector<Cell>& row, double y, Tone tone)
{
    for (const auto& cell : row) {
        auto box = cell.box;
        box.y = y;
        const bool is_shown =
            canvas.photo(cell.photo.jpeg ? cell.photo.jpeg() : std::string{}, box);
        if (!is_shown) canvas.fill(box, shade);
        if (is_shown && cell.photo.width > 0) canvas.drawing(cell.photo.drawing, box);
        if (is_shown && tone == Tone::Greyed) canvas.veil(box);
        if (!cell.caption.text.empty())
            canvas.write(cell.caption, box.x, y + box.height + caption_gap);
    }
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Photos& block)
{
    const auto columns = columns_for(block.photos.size());
    const auto width = columns == 1 ? single_width
                                    : (inner_width - gutter * static_cast<double>(columns - 1)) /
                                          static_cast<double>(columns);
    for (std::size_t at = 0; at < block.photos.size(); at += columns) {
        std::vector<Cell> row;
        double height = 0;
        for (auto i = at; i < std::min(at + columns, block.photos.size()); ++i) {
            const auto x = side_margin + (width + gutter) * static_cast<double>(i - at);
            const auto& photo = block.photos[i];
            row.push_back({photo,
                           box_of(photo, x, width),
                           {.text = photo.caption,
                            .size = 7.5,
                            .width = width,
                            .colour = block.tone == Tone::Plain ? quiet : greyed}});
            const auto caption =
                photo.caption.empty() ? 0 : caption_gap + canvas.height_of(row.back().caption);
            height = std::max(height, row.back().box.height + caption);
        }
        to.push_back(
            {.height = height + row_gap, .draw = [row, tone = block.tone](Canvas& on, double y) {
                 draw_row(on, row, y + 2, tone);
             }});
    }
}

} // namespace documents
