#pragma once

#include "kernel/html/html.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ui
{

enum class ShapeKind { Arrow, Circle, Line, Words };

/// Between 0 and 1: of the width, and of the height, of the upright photo.
struct Point {
    double x = 0;
    double y = 0;
};

/// Arrow: from, to. Circle: two opposite corners. Line: drawn by hand. Words: where they begin.
struct Shape {
    ShapeKind kind = ShapeKind::Line;
    std::vector<Point> points;
    std::string words;
};
using Drawing = std::vector<Shape>;

/// What is drawn on a photo of that size, to be laid over it. `sentence` says it to who does not
/// see it. Nothing for an empty drawing or an unknown size.
html::Html photo_drawing(const Drawing& drawing, std::int64_t width, std::int64_t height,
                         std::string_view sentence);

} // namespace ui
