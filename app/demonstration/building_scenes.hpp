#pragma once

#include <string>
#include <string_view>

namespace demonstration
{

/// What a builder photographs: "earthworks", "foundation", "slab", "frame", "crane", "roof",
/// "tiles", "scaffolding", "cladding", "insulation", "window", "floor" or "stairs". A PNG, the same
/// at each call. Throws std::runtime_error for another code.
std::string draw_building(std::string_view code);

} // namespace demonstration
