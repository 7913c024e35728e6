#pragma once

#include "kernel/base/clock.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace dashboards
{

enum class Span { day, week, month, quarter, year, custom };
BOOST_DESCRIBE_ENUM(Span, day, week, month, quarter, year, custom)

/// Days of a business, both included.
struct Period {
    Span span = Span::month;
    base::Date first;
    base::Date last;

    friend bool operator==(const Period&, const Period&) = default;
};

/// Days of a period of one's own; a longer one is shortened at its end.
inline constexpr std::chrono::days custom_days_max{731};

/// The day, week (from Monday), month, quarter or year that holds `day`. Not for Span::custom.
Period period_around(Span span, base::Date day);
/// From one day to another, whichever was said first, of at most custom_days_max.
Period custom_period(base::Date one, base::Date other);

/// The one before: the previous month of a month; as many days just before of a custom one.
Period before(const Period& period);
/// The one after, as `before`.
Period after(const Period& period);
/// What `period` is compared with: the one before, and of it as many days as have begun when
/// `period` is not over at `today`.
Period compared_with(const Period& period, base::Date today);

/// From the first day's midnight to the midnight after the last, in a time zone: 23 or 25 hours
/// where the clocks change.
struct Stretch {
    base::Instant from;
    base::Instant until; ///< not included

    bool holds(base::Instant at) const { return from <= at && at < until; }
    friend bool operator==(const Stretch&, const Stretch&) = default;
};
Stretch stretch_of(const Period& period, std::string_view zone);

/// What a chart of the period is divided into.
enum class Grain { hour, day, week, month };
/// Hours of a day, days up to two months, weeks up to half a year, months beyond.
Grain grain_of(const Period& period);

/// One bar of a chart: the part of the period that falls into one hour, day, week or month.
struct Slot {
    Stretch stretch;
    Period days;
    int hour = 0; ///< Grain::hour only: the first of two when the clock goes back
};
/// In order, together the whole period.
std::vector<Slot> slots_of(const Period& period, std::string_view zone);

} // namespace dashboards
