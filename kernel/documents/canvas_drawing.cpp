#include "kernel/documents/canvas_tools.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace documents
{
namespace
{

using base::Point;
using base::Shape;
using base::ShapeKind;

constexpr Colour bright{1, 0.882, 0.302};
constexpr Colour dark{0.067, 0.067, 0.067};
constexpr double stroke_units = 7;   // of a photo's longest side, which has 1 000
constexpr double stroke_least = 1.5; // points: thinner is lost in print
constexpr double letter_least = 7;   // points
constexpr double edge = 0.7;         // of the bright stroke, dark around it

/// A drawing over one photo of one paper.
class Pencil
{
  public:
    Pencil(const CanvasTools& tools, const Box& box)
        : tools_(tools), pen_(tools.pen.get()), box_(box),
          unit_(std::max(box.width, box.height) / 1000),
          stroke_(std::max(stroke_units * unit_, stroke_least))
    {
    }

    void draw(const Shape& shape)
    {
        if (shape.points.empty()) return;
        if (shape.kind == ShapeKind::words) return write(shape);
        trace(shape);
        cairo_set_line_cap(pen_, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(pen_, CAIRO_LINE_JOIN_ROUND);
        ink(dark, stroke_ * (1 + edge));
        ink(bright, stroke_);
        cairo_new_path(pen_);
    }

  private:
    base::DrawnPlane plane() const { return {box_.width / unit_, box_.height / unit_}; }
    Point on_paper(const Point& units) const
    {
        return {box_.x + units.x * unit_, box_.y + units.y * unit_};
    }

    void go(const Point& units) { go_to(on_paper(units)); }
    void go_to(const Point& to) { cairo_line_to(pen_, to.x, to.y); }

    void trace(const Shape& shape)
    {
        const auto first = plane().at(shape.points.front());
        const auto last = plane().at(shape.points.back());
        cairo_new_path(pen_);
        if (shape.kind == ShapeKind::circle) return trace_circle(first, last);
        for (const auto& point : shape.points)
            go(plane().at(point));
        if (shape.kind == ShapeKind::line) return;
        const auto barbs = base::barbs_of(first, last);
        cairo_new_sub_path(pen_);
        for (const auto& point : {barbs[0], last, barbs[1]})
            go(point);
    }

    void trace_circle(const Point& one, const Point& other)
    {
        const auto middle = on_paper({(one.x + other.x) / 2, (one.y + other.y) / 2});
        const auto across = std::max(std::abs(one.x - other.x), 1.0) * unit_ / 2;
        const auto upright = std::max(std::abs(one.y - other.y), 1.0) * unit_ / 2;
        cairo_matrix_t as_it_was;
        cairo_get_matrix(pen_, &as_it_was);
        cairo_translate(pen_, middle.x, middle.y);
        cairo_scale(pen_, across, upright);
        cairo_arc(pen_, 0, 0, 1, 0, 2 * std::numbers::pi);
        cairo_set_matrix(pen_, &as_it_was); // the stroke is as wide all around
        cairo_close_path(pen_);
    }

    void ink(const Colour& colour, double width) const
    {
        tools_.ink(colour);
        cairo_set_line_width(pen_, width);
        cairo_stroke_preserve(pen_);
    }

    void write(const Shape& shape)
    {
        const auto height = std::max(base::letter_height, letter_least / unit_);
        for (const auto& line : base::lines_of(plane(), shape, height)) {
            const auto layout = tools_.layout({.text = line.words,
                                               .size = height * unit_,
                                               .weight = Weight::Bold,
                                               .lines = Lines::One});
            const auto at = on_paper(line.at);
            const auto baseline =
                static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
            cairo_new_path(pen_);
            cairo_move_to(pen_, at.x, at.y - baseline);
            pango_cairo_layout_path(pen_, layout.get());
            cairo_set_line_join(pen_, CAIRO_LINE_JOIN_ROUND);
            ink(dark, height * unit_ / 5);
            cairo_new_path(pen_);
            tools_.ink(bright);
            cairo_move_to(pen_, at.x, at.y - baseline);
            pango_cairo_show_layout(pen_, layout.get()); // letters, that can be searched
        }
    }

    const CanvasTools& tools_;
    cairo_t* pen_;
    Box box_;
    double unit_; ///< points
    double stroke_;
};

} // namespace

void Canvas::drawing(const base::Drawing& drawing, const Box& box)
{
    if (drawing.empty() || box.width <= 0 || box.height <= 0) return;
    auto* const pen = tools_->pen.get();
    cairo_save(pen);
    tools_->path(box);
    cairo_clip(pen);
    Pencil pencil{*tools_, box};
    for (const auto& shape : drawing)
        pencil.draw(shape);
    cairo_restore(pen);
}

} // namespace documents
