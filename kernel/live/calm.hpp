#pragma once

#include <chrono>
#include <string_view>

namespace live
{

/// A page that costs much to read waits for "tickets/calm" instead of "tickets": what is published
/// for the one is told to the other at once when nothing was for calm_for, else at its end.
inline constexpr std::string_view calm_suffix = "/calm";
inline constexpr std::chrono::milliseconds calm_for{10'000};

} // namespace live
