#include "kernel/html/ui/photo_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui
{

using namespace html;

namespace
{

using base::DrawnPlane;
using base::Point;
using base::Shape;
using base::ShapeKind;

/// Whole numbers are fine enough, and short.
std::string whole(double value)
{
    return std::to_string(std::lround(value));
}

std::string step(char how, const Point& to)
{
    return how + whole(to.x) + " " + whole(to.y);
}

std::string path_of(const Shape& shape, const DrawnPlane& plane)
{
    std::string steps;
    for (const auto& point : shape.points)
        steps += step(steps.empty() ? 'M' : 'L', plane.at(point));
    return steps;
}

std::string arrow_of(const Shape& shape, const DrawnPlane& plane)
{
    const auto from = plane.at(shape.points.front());
    const auto to = plane.at(shape.points.back());
    const auto barbs = base::barbs_of(from, to);
    return step('M', from) + step('L', to) + step('M', barbs[0]) + step('L', to) +
           step('L', barbs[1]);
}

std::string circle_of(const Shape& shape, const DrawnPlane& plane)
{
    const auto one = plane.at(shape.points.front());
    const auto other = plane.at(shape.points.back());
    const auto radii = whole(std::abs(one.x - other.x) / 2) + " " +
                       whole(std::abs(one.y - other.y) / 2) + " 0 1 0 ";
    const Point left{std::min(one.x, other.x), (one.y + other.y) / 2};
    const Point right{std::max(one.x, other.x), left.y};
    const auto half = [&](const Point& to) {
        return "A" + radii + whole(to.x) + " " + whole(to.y);
    };
    return step('M', left) + half(right) + half(left);
}

/// Twice: a wide dark line under a bright one is seen on any photo.
Html stroke(const std::string& steps)
{
    return group(path(cls("drawn-under"), attribute<"d">(steps)),
                 path(cls("drawn"), attribute<"d">(steps)));
}

Html words_of(const Shape& shape, const DrawnPlane& plane)
{
    return each(base::lines_of(plane, shape), [](const base::WrittenLine& line) {
        return svg_text(cls("drawn-words"), attribute<"x">(whole(line.at.x)),
                        attribute<"y">(whole(line.at.y)), line.words);
    });
}

Html shape_of(const Shape& shape, const DrawnPlane& plane)
{
    if (shape.points.empty()) return none;
    switch (shape.kind) {
    case ShapeKind::arrow:
        return stroke(arrow_of(shape, plane));
    case ShapeKind::circle:
        return stroke(circle_of(shape, plane));
    case ShapeKind::line:
        return stroke(path_of(shape, plane));
    case ShapeKind::words:
        break;
    }
    return words_of(shape, plane);
}

} // namespace

Html photo_drawing(const base::Drawing& drawing, std::int64_t width, std::int64_t height,
                   std::string_view sentence)
{
    if (drawing.empty() || width <= 0 || height <= 0) return none;
    const auto plane = base::plane_of(width, height);
    return svg(cls("drawing"),
               attribute<"viewbox">("0 0 " + whole(plane.width) + " " + whole(plane.height)),
               role("img"), attribute<"aria-label">(sentence),
               attribute<"preserveaspectratio">("xMidYMid slice"),
               each(drawing, [&](const Shape& shape) { return shape_of(shape, plane); }));
}

} // namespace ui
