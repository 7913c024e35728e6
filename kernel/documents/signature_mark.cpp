#include "kernel/documents/canvas_tools.hpp"
#include "kernel/documents/pieces.hpp"

#include <algorithm>

namespace documents
{
namespace
{

constexpr double mark_width = 200;
constexpr double mark_height = mark_width / 2;
constexpr double gap = 14;
constexpr double caption_gap = 5;
constexpr double pen_width = 1.4;
constexpr double name_size = 20;
constexpr Colour pen_ink{0.07, 0.11, 0.32};

Words name_of(const SignatureMark& mark)
{
    return {.text = mark.name,
            .size = name_size,
            .width = mark_width,
            .lines = Lines::One,
            .colour = pen_ink};
}

/// As large as it fits, in the middle.
Box box_of_picture(const SignatureMark& mark, double y)
{
    const auto width = static_cast<double>(mark.width);
    const auto height = static_cast<double>(mark.height);
    const auto scale = std::min(mark_width / width, mark_height / height);
    return {.x = side_margin + (mark_width - width * scale) / 2,
            .y = y + (mark_height - height * scale) / 2,
            .width = width * scale,
            .height = height * scale};
}

void draw(Canvas& canvas, const SignatureMark& mark, double y)
{
    const bool has_picture = !mark.jpeg.empty() && mark.width > 0 && mark.height > 0;
    if (!mark.drawn.empty())
        canvas.handwriting(mark.drawn, {side_margin, y, mark_width, mark_height});
    else if (has_picture)
        canvas.photo(mark.jpeg, box_of_picture(mark, y));
    else
        canvas.write(name_of(mark), side_margin, y + mark_height - 2 * name_size);
    canvas.rule(side_margin, y + mark_height + 2, mark_width, line);
}

} // namespace

void add(Pieces& to, Canvas& canvas, const SignatureMark& block)
{
    const Words caption{.text = block.caption, .size = 9, .width = inner_width, .colour = ink};
    const auto height = gap + mark_height + caption_gap + canvas.height_of(caption) + gap;
    to.push_back({.height = height, .draw = [block, caption](Canvas& on, double y) {
                      draw(on, block, y + gap);
                      on.write(caption, side_margin, y + gap + mark_height + caption_gap);
                  }});
}

void Canvas::handwriting(const base::Drawing& drawing, const Box& box)
{
    auto* const pen = tools_->pen.get();
    cairo_save(pen);
    tools_->path(box);
    cairo_clip(pen);
    tools_->ink(pen_ink);
    cairo_set_line_width(pen, pen_width);
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
    for (const auto& shape : drawing) {
        if (shape.kind != base::ShapeKind::line) continue;
        cairo_new_path(pen);
        for (const auto& point : shape.points)
            cairo_line_to(pen, box.x + point.x * box.width, box.y + point.y * box.height);
        cairo_stroke(pen);
    }
    cairo_restore(pen);
}

} // namespace documents
