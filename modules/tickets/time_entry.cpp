#include "modules/tickets/time_entry.hpp"

#include <algorithm>

namespace tickets
{

std::int64_t minutes_of(const Timer& timer, base::Instant now)
{
    const auto begun = std::chrono::ceil<std::chrono::minutes>(now - timer.started_at).count();
    return std::clamp<std::int64_t>(begun, 1, entry_minutes_max);
}

} // namespace tickets
