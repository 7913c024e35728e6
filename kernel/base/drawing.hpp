#pragma once

#include <boost/describe/enum.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// What is drawn over a photo, and where its lines and letters go: the same on a page and on paper.
namespace base
{

enum class ShapeKind { arrow, circle, line, words };
BOOST_DESCRIBE_ENUM(ShapeKind, arrow, circle, line, words)

/// Between 0 and 1: of the width, and of the height, of the upright photo.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Arrow: from, to. Circle: two opposite corners. Line: drawn by hand. Words: where they begin.
struct Shape {
    ShapeKind kind = ShapeKind::line;
    std::vector<Point> points;
    std::string words; ///< of words; else empty
    friend bool operator==(const Shape&, const Shape&) = default;
};
using Drawing = std::vector<Shape>;

/// A photo in units of which its longest side has 1 000.
struct DrawnPlane {
    double width = 0;
    double height = 0;

    Point at(const Point& point) const { return {point.x * width, point.y * height}; }
};
/// Nothing (0 by 0) for an unknown size.
DrawnPlane plane_of(std::int64_t width, std::int64_t height);

/// The two ends of an arrow's head, in units, as its ends are.
std::array<Point, 2> barbs_of(const Point& from, const Point& to);

inline constexpr double letter_height = 40; ///< units

/// One line of words; `at` is where its baseline begins, in units.
struct WrittenLine {
    Point at;
    std::string words;
};
/// Broken, and moved where they would leave the photo. `height` of a letter in units.
std::vector<WrittenLine> lines_of(const DrawnPlane& plane, const Shape& shape,
                                  double height = letter_height);

} // namespace base
