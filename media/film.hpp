#pragma once

#include <cstdint>

namespace media
{

inline constexpr std::int64_t film_ms_max = 10'000;
inline constexpr std::int64_t film_ms_tolerance =
    50; ///< one frame: cameras stop after the last one

/// Says how long the video on standard input lasts when it is decoded, whatever its header says,
/// its size and copies of its first picture. Ends the process with « refused long MS » beyond
/// film_ms_max, « refused unreadable » for what does not decode.
void show_film();

} // namespace media
