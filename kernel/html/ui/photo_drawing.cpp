#include "kernel/html/ui/photo_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui
{

using namespace html;

namespace
{

constexpr double side = 1000;                   // the longest one, in units of the drawing
constexpr double head = 34;                     // of an arrow
constexpr double spread = std::numbers::pi / 7; // of its head

/// The drawing's own units: whole numbers are fine enough, and short.
class Paper
{
  public:
    Paper(std::int64_t width, std::int64_t height)
        : x_(width >= height ? side : side * ratio(width, height)),
          y_(height >= width ? side : side * ratio(height, width))
    {
    }
    Point at(const Point& point) const { return {point.x * x_, point.y * y_}; }
    std::string box() const { return "0 0 " + whole(x_) + " " + whole(y_); }
    static std::string whole(double value) { return std::to_string(std::lround(value)); }

  private:
    static double ratio(std::int64_t one, std::int64_t other)
    {
        return static_cast<double>(one) / static_cast<double>(other);
    }
    double x_;
    double y_;
};

std::string step(char how, const Point& to)
{
    return how + Paper::whole(to.x) + " " + Paper::whole(to.y);
}

std::string path_of(const Shape& shape, const Paper& paper)
{
    std::string steps;
    for (const auto& point : shape.points)
        steps += step(steps.empty() ? 'M' : 'L', paper.at(point));
    return steps;
}

std::string arrow_of(const Shape& shape, const Paper& paper)
{
    const auto from = paper.at(shape.points.front());
    const auto to = paper.at(shape.points.back());
    const auto back = std::atan2(from.y - to.y, from.x - to.x);
    const auto barb = [&](double angle) {
        return Point{to.x + head * std::cos(angle), to.y + head * std::sin(angle)};
    };
    return step('M', from) + step('L', to) + step('M', barb(back - spread)) + step('L', to) +
           step('L', barb(back + spread));
}

std::string circle_of(const Shape& shape, const Paper& paper)
{
    const auto one = paper.at(shape.points.front());
    const auto other = paper.at(shape.points.back());
    const auto radii = Paper::whole(std::abs(one.x - other.x) / 2) + " " +
                       Paper::whole(std::abs(one.y - other.y) / 2) + " 0 1 0 ";
    const Point left{std::min(one.x, other.x), (one.y + other.y) / 2};
    const Point right{std::max(one.x, other.x), left.y};
    const auto half = [&](const Point& to) {
        return "A" + radii + Paper::whole(to.x) + " " + Paper::whole(to.y);
    };
    return step('M', left) + half(right) + half(left);
}

/// Twice: a wide dark line under a bright one is seen on any photo.
Html stroke(const std::string& steps)
{
    return group(path(cls("drawn-under"), attribute<"d">(steps)),
                 path(cls("drawn"), attribute<"d">(steps)));
}

Html shape_of(const Shape& shape, const Paper& paper)
{
    if (shape.points.empty()) return none;
    switch (shape.kind) {
    case ShapeKind::Arrow:
        return stroke(arrow_of(shape, paper));
    case ShapeKind::Circle:
        return stroke(circle_of(shape, paper));
    case ShapeKind::Line:
        return stroke(path_of(shape, paper));
    case ShapeKind::Words:
        break;
    }
    const auto at = paper.at(shape.points.front());
    return svg_text(cls("drawn-words"), attribute<"x">(Paper::whole(at.x)),
                    attribute<"y">(Paper::whole(at.y)), shape.words);
}

} // namespace

Html photo_drawing(const Drawing& drawing, std::int64_t width, std::int64_t height,
                   std::string_view sentence)
{
    if (drawing.empty() || width <= 0 || height <= 0) return none;
    const Paper paper{width, height};
    return svg(cls("drawing"), attribute<"viewbox">(paper.box()), role("img"),
               attribute<"aria-label">(sentence),
               attribute<"preserveaspectratio">("xMidYMid slice"),
               each(drawing, [&](const Shape& shape) { return shape_of(shape, paper); }));
}

} // namespace ui
