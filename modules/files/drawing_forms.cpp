#include "modules/files/drawing_forms.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>

namespace files
{
namespace
{

using base::Drawing;
using base::Point;
using base::ShapeKind;

constexpr double arrow_length = 0.15; ///< across, and down
constexpr double circle_radius = 0.1;
constexpr double words_before = 0.12; ///< left of what they are about
constexpr double words_below = 0.16;

Point middle_of(Ninth place)
{
    const auto number = static_cast<int>(place);
    const int column = number % 3;
    const int row = number / 3;
    return {(column + 0.5) / 3, (row + 0.5) / 3};
}

/// An arrow comes from the middle of the photo.
double tail_of(double head)
{
    return head > 0.6 ? head - arrow_length : head + arrow_length;
}

void add_note(Drawing& drawing, const Point& at, const std::string& words)
{
    drawing.push_back({.kind = ShapeKind::words,
                       .points = {{std::max(0.0, at.x - words_before), std::min(1.0, at.y)}},
                       .words = words});
}

void add_to(Drawing& drawing, const DrawOnPhoto& typed)
{
    const auto kind = typed.kind.value_or(AddedShape::note);
    const auto at = middle_of(typed.place.value_or(Ninth::middle));
    base::refuse_unless(kind != AddedShape::note || !typed.words.value.empty(),
                        "files.refusal.no_words");
    if (kind == AddedShape::note) return add_note(drawing, at, typed.words.value);
    if (kind == AddedShape::arrow)
        drawing.push_back({.kind = ShapeKind::arrow,
                           .points = {{tail_of(at.x), tail_of(at.y)}, at},
                           .words = {}});
    else
        drawing.push_back({.kind = ShapeKind::circle,
                           .points = {{at.x - circle_radius, at.y - circle_radius},
                                      {at.x + circle_radius, at.y + circle_radius}},
                           .words = {}});
    if (!typed.words.value.empty())
        add_note(drawing, {at.x, at.y + words_below}, typed.words.value);
}

int third_of(double part)
{
    return std::clamp(static_cast<int>(part * 3), 0, 2);
}

/// What it is about: the head of an arrow, the middle of anything else.
Point subject_of(const base::Shape& shape)
{
    if (shape.kind == ShapeKind::arrow) return shape.points.back();
    const auto [left, right] = std::ranges::minmax(shape.points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(shape.points, {}, &Point::y);
    return {(left.x + right.x) / 2, (top.y + bottom.y) / 2};
}

} // namespace

Drawing drawing_of(const DrawOnPhoto& typed)
{
    auto drawing = typed.shapes.value.empty() ? Drawing{} : drawing_of_json(typed.shapes.value);
    const bool is_there =
        typed.remove && typed.remove->value < static_cast<std::int64_t>(drawing.size());
    if (is_there) drawing.erase(drawing.begin() + typed.remove->value);
    const bool is_chosen =
        !typed.remove && typed.kind.value_or(AddedShape::note) != AddedShape::note;
    if (typed.add || is_chosen || !typed.words.value.empty()) add_to(drawing, typed);
    base::refuse_unless(drawing.size() <= shapes_max, "files.refusal.shapes",
                        {{"most", std::to_string(shapes_max)}});
    return drawing;
}

Ninth ninth_of(const base::Shape& shape)
{
    if (shape.points.empty()) return Ninth::middle;
    const auto at = subject_of(shape);
    return static_cast<Ninth>(third_of(at.y) * 3 + third_of(at.x));
}

} // namespace files
