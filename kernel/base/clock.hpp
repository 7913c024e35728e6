#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base
{

/// A point in time: UTC microseconds since 1970-01-01. What the database and events hold; a
/// workspace's time zone is applied at the edge only (i18n/format.hpp).
struct Instant {
    std::int64_t micros = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
    friend Instant operator+(Instant at, std::chrono::microseconds for_)
    {
        return {at.micros + for_.count()};
    }
    friend Instant operator-(Instant at, std::chrono::microseconds for_)
    {
        return {at.micros - for_.count()};
    }
    friend std::chrono::microseconds operator-(Instant a, Instant b)
    {
        return std::chrono::microseconds{a.micros - b.micros};
    }
};

/// A calendar day without a time zone, stored as "2026-11-20" (TEXT, sorts by itself).
struct Date {
    std::chrono::sys_days day{};

    friend auto operator<=>(const Date&, const Date&) = default;
    std::string text() const;
    static std::optional<Date> parse(std::string_view iso);
};

/// The business clock: dates, expiry, TOTP, schedules. `ETABLI_NOW` moves it in test mode only
/// (set_test_clock). Ids, leases, deadlines, limits and heartbeats never use it.
Instant now();

/// The machine's real clock, whatever ETABLI_NOW says. For ids, leases and log lines.
Instant real_now();

/// "2026-11-20T10:00:00Z" freezes, "+3d" / "-2h" / "+90m" / "+10s" shifts, "@FILE" is read again at
/// each use. Throws std::invalid_argument with the offending text. Call once, before threads start.
void set_test_clock(std::string_view spec);

/// ISO 8601 in UTC with milliseconds: "2026-11-20T10:00:00.000Z".
std::string iso(Instant at);
std::optional<Instant> parse_iso(std::string_view text);

/// The calendar day and wall time of `at` in an IANA zone ("Europe/Paris", "America/Halifax").
/// Throws std::invalid_argument for an unknown zone.
Date date_in(Instant at, std::string_view zone);
struct WallTime {
    Date date;
    int hour = 0;
    int minute = 0;
    int second = 0;
};
WallTime wall_time_in(Instant at, std::string_view zone);
/// The instant of a wall time in a zone; a time skipped by DST is moved forward, an ambiguous one
/// is the first.
Instant instant_of(const WallTime& wall, std::string_view zone);
bool is_known_zone(std::string_view zone);

} // namespace base
