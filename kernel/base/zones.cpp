#include "kernel/base/clock.hpp"

// As Debian builds libdate-tz: the system's tzdata, nothing downloaded.
#define USE_OS_TZDB 1
#include <date/tz.h>

#include <stdexcept>

namespace base
{

namespace
{

using namespace std::chrono;

/// locate_zone is a binary search over 600 names by string; most pages show times of one zone.
const date::time_zone& zone_named(std::string_view name)
{
    thread_local const date::time_zone* last = nullptr;
    if (last && last->name() == name) return *last;
    try {
        last = date::locate_zone(std::string{name});
    } catch (const std::runtime_error&) {
        throw std::invalid_argument("unknown time zone: " + std::string{name});
    }
    return *last;
}

WallTime split(date::local_time<seconds> local)
{
    const auto day = date::floor<days>(local);
    const hh_mm_ss time{local - day};
    return {.date = Date{sys_days{days{day.time_since_epoch().count()}}},
            .hour = static_cast<int>(time.hours().count()),
            .minute = static_cast<int>(time.minutes().count()),
            .second = static_cast<int>(time.seconds().count())};
}

} // namespace

WallTime wall_time_in(Instant at, std::string_view zone)
{
    const sys_time<microseconds> point{microseconds{at.micros}};
    return split(zone_named(zone).to_local(floor<seconds>(point)));
}

Date date_in(Instant at, std::string_view zone)
{
    return wall_time_in(at, zone).date;
}

Instant instant_of(const WallTime& wall, std::string_view zone)
{
    const auto since = wall.date.day.time_since_epoch() + hours{wall.hour} + minutes{wall.minute} +
                       seconds{wall.second};
    const date::local_seconds local{duration_cast<seconds>(since)};
    const auto info = zone_named(zone).get_info(local);
    const auto at = local.time_since_epoch() - info.first.offset;
    return {duration_cast<microseconds>(at).count()};
}

bool is_known_zone(std::string_view zone)
{
    try {
        zone_named(zone);
        return true;
    } catch (const std::invalid_argument&) {
        return false;
    }
}

} // namespace base
