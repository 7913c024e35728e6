#pragma once

#include <cstdint>

typedef struct _VipsImage VipsImage;

namespace media
{

inline constexpr std::int64_t pixels_max = 100'000'000; ///< declared by the header, before decoding
inline constexpr int large_side = 2560;

/// Says the upright size of the picture on standard input and its copies. Ends the process with the
/// reason when it cannot be read or is too large.
void show_picture();
/// The same for a logo: squares on white, without the empty margin around it.
void show_logo();
/// Says the copies of a picture already in memory; takes it.
void show_copies(VipsImage* large);

} // namespace media
