#include "modules/quotes/follow_up.hpp"

#include <chrono>

namespace quotes
{

base::Instant follow_up_at(base::Date sent_on, std::int64_t days, std::string_view zone)
{
    constexpr int morning_hour = 9;
    const base::Date day{sent_on.day + std::chrono::days{days}};
    return base::instant_of({.date = day, .hour = morning_hour, .minute = 0, .second = 0}, zone);
}

} // namespace quotes
