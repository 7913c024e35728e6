#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base
{

/// A colour as people see it: what the design computes with (DESIGN §2). For what cannot: messages
/// and documents need hex, owners type hex.
struct Oklch {
    double lightness = 0; ///< 0 black to 1 white
    double chroma = 0;    ///< 0 grey to about 0.32
    double hue = 0;       ///< degrees, 0 to 360
};

/// "#2f5dd0" or "2f5dd0", six digits; anything else is nothing.
std::optional<Oklch> oklch_of_hex(std::string_view hex);

/// "#2f5dd0". A colour that screens cannot show loses chroma until they can; hue and lightness
/// stay.
std::string hex_of_oklch(const Oklch& colour);

} // namespace base
