#pragma once

#include "kernel/base/clock.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace backup
{

/// Newest backups kept whatever their age: a clock that jumps must not empty the shelf.
constexpr std::size_t newest_kept = 7;
/// After this long one backup a day is enough, the last one of each day (UTC).
constexpr auto every_one_kept_for = std::chrono::hours{48};

struct Dated {
    std::string name;
    base::Instant taken_at;
};

/// Which of these backups, newest first, may go at `now`.
std::vector<std::string> due_to_go(const std::vector<Dated>& newest_first, base::Instant now,
                                   std::chrono::days kept);

} // namespace backup
