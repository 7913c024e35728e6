#pragma once

#include "app/demonstration/composer.hpp"
#include "app/demonstration/draw.hpp"

#include <vector>

namespace demonstration
{

/// A story that is told at a moment, with the variants of that telling.
struct Telling {
    const Story* story = nullptr;
    std::size_t pass = 0; ///< how many times every story was told before
    base::Instant at;
};

/// Which stories are told when, by time: lasting ones over the year, each once before any comes
/// back, the others in the last days.
std::vector<Telling> schedule(const Material& material, const Occasion& occasion, Draw& draw);

/// Tickets between two tellings of a lasting story, at least (fewer when there are few stories).
inline constexpr std::size_t gap_wanted = 30;

} // namespace demonstration
