#pragma once

#include "app/demonstration/canvas.hpp"

#include <string>

/// What pictures of building sites share.
namespace demonstration::building
{

inline constexpr auto sky_high = colour("#7fb0e0");
inline constexpr auto sky_low = colour("#e6eef5");
inline constexpr auto grey_high = colour("#aab4bf");
inline constexpr auto grey_low = colour("#e3e6e8");
inline constexpr auto grass = colour("#6f9a55");
inline constexpr auto earth = colour("#8a6544");
inline constexpr auto dark_earth = colour("#5f432c");
inline constexpr auto concrete = colour("#b7b8b6");
inline constexpr auto pale_concrete = colour("#d2d3d0");
inline constexpr auto timber = colour("#d9a766");
inline constexpr auto dark_timber = colour("#a87338");
inline constexpr auto slate = colour("#4b535e");
inline constexpr auto pale_slate = colour("#68717d");
inline constexpr auto zinc = colour("#b9c1c9");
inline constexpr auto steel = colour("#59626c");
inline constexpr auto wall = colour("#ece6da");
inline constexpr auto safety = colour("#e9822c");
inline constexpr auto glass = colour("#9ec4dd");
inline constexpr auto wool = colour("#c9a26b");

inline void ground(Canvas& canvas, double top, Colour fill)
{
    canvas.rectangle({0, top}, {960, 720 - top}, fill);
}

/// A beam between two points, with its shadow side.
inline void beam(Canvas& canvas, Point from, Point to, double thickness)
{
    canvas.line(from, to, thickness, dark_timber);
    canvas.line({from.x - 3, from.y - 3}, {to.x - 3, to.y - 3}, thickness - 7, timber);
}

/// Inside: walls, windows, floors and stairs.
std::string draw_insulation();
std::string draw_window();
std::string draw_floor();
std::string draw_stairs();

} // namespace demonstration::building
