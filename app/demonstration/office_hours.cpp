#include "app/demonstration/office_hours.hpp"

namespace demonstration
{
namespace
{

using base::Instant;
using std::chrono::days;
using std::chrono::minutes;

constexpr int opens_at = 8;
constexpr int closes_at = 18;
constexpr int wakes_at = 7;
constexpr int sleeps_at = 22;
constexpr int attempts_max = 200;
constexpr std::size_t percent_of_weekends_kept = 20;

bool is_weekend(base::Date date)
{
    const std::chrono::weekday day{date.day};
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

/// That hour of the date and a few minutes more.
Instant morning(base::Date date, int hour, std::string_view zone, Draw& draw)
{
    const base::WallTime opening{.date = date, .hour = hour, .minute = 0, .second = 0};
    return base::instant_of(opening, zone) + minutes{draw.between(4, 44)} +
           std::chrono::seconds{draw.between(0, 59)};
}

base::Date next_working_day(base::Date date)
{
    do
        date.day += days{1};
    while (is_weekend(date));
    return date;
}

} // namespace

bool is_working_time(Instant at, std::string_view zone)
{
    const auto wall = base::wall_time_in(at, zone);
    return !is_weekend(wall.date) && wall.hour >= opens_at && wall.hour < closes_at;
}

Instant working_day_before(Instant at, int days_back, std::string_view zone)
{
    auto date = base::wall_time_in(at, zone).date;
    for (int left = days_back; left > 0;) {
        date.day -= days{1};
        if (!is_weekend(date)) --left;
    }
    return base::instant_of({.date = date, .hour = opens_at, .minute = 0, .second = 0}, zone);
}

Instant asking_moment(const Span& span, std::string_view zone, Draw& draw)
{
    const auto length = (span.to - span.from).count();
    for (int attempt = 0; attempt < attempts_max; ++attempt) {
        const Instant at{span.from.micros + draw.between(0, length)};
        const auto wall = base::wall_time_in(at, zone);
        const auto is_daytime = wall.hour >= opens_at && wall.hour < closes_at;
        if (!is_daytime) continue;
        if (is_weekend(wall.date) && !draw.chance(percent_of_weekends_kept)) continue;
        return at;
    }
    return span.to;
}

Instant next_working_moment(Instant at, std::string_view zone, Draw& draw)
{
    if (is_working_time(at, zone)) return at;
    const auto wall = base::wall_time_in(at, zone);
    const auto is_early = !is_weekend(wall.date) && wall.hour < opens_at;
    return morning(is_early ? wall.date : next_working_day(wall.date), opens_at, zone, draw);
}

Instant next_waking_moment(Instant at, std::string_view zone, Draw& draw)
{
    const auto wall = base::wall_time_in(at, zone);
    if (wall.hour >= wakes_at && wall.hour < sleeps_at) return at;
    const auto date = wall.hour < wakes_at ? wall.date : base::Date{wall.date.day + days{1}};
    return morning(date, wakes_at, zone, draw);
}

} // namespace demonstration
