#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace home
{

/// The stylesheet of "262-135.css": the hue (0–359) and the chroma (thousandths, 0–160) of a
/// workspace. Nothing for any other name. Lightness is the design's, so no choice is unreadable.
std::optional<std::string> stylesheet_of(std::string_view name);

} // namespace home
