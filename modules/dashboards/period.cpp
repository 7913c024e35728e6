#include "modules/dashboards/period.hpp"

#include "kernel/base/assert.hpp"

#include <algorithm>
#include <utility>

namespace dashboards
{
namespace
{

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr days by_day_max{62};
constexpr days by_week_max{184};
constexpr std::chrono::microseconds one_hour = std::chrono::hours{1};

days length_of(const Period& period)
{
    return period.last.day - period.first.day + days{1};
}

/// Whole months, from the first of them.
Period of_months(Span span, year_month_day first, months count)
{
    const std::chrono::year_month start{first.year(), first.month()};
    return {.span = span,
            .first = {std::chrono::sys_days{start / std::chrono::day{1}}},
            .last = {std::chrono::sys_days{(start + count) / std::chrono::day{1}} - days{1}}};
}

year_month_day quarter_start(year_month_day day)
{
    const auto index = (static_cast<unsigned>(day.month()) - 1) / 3;
    return day.year() / month{index * 3 + 1} / std::chrono::day{1};
}

/// The last day of the part that begins at `first`, cut at the end of the period.
base::Date part_end(Grain grain, base::Date first, base::Date last)
{
    if (grain == Grain::day) return first;
    const auto whole = period_around(grain == Grain::week ? Span::week : Span::month, first);
    return std::min(whole.last, last);
}

std::vector<Slot> hours_of(const Period& period, std::string_view zone)
{
    std::vector<Slot> slots;
    const auto all = stretch_of(period, zone);
    for (auto from = all.from; from < all.until; from = from + one_hour)
        slots.push_back({.stretch = {from, std::min(from + one_hour, all.until)},
                         .days = period,
                         .hour = base::wall_time_in(from, zone).hour});
    return slots;
}

} // namespace

Period period_around(Span span, base::Date day)
{
    const year_month_day date{day.day};
    switch (span) {
    case Span::day:
        return {.span = span, .first = day, .last = day};
    case Span::week: {
        const auto monday = day.day - (std::chrono::weekday{day.day} - std::chrono::Monday);
        return {.span = span, .first = {monday}, .last = {monday + days{6}}};
    }
    case Span::month:
        return of_months(span, date, months{1});
    case Span::quarter:
        return of_months(span, quarter_start(date), months{3});
    case Span::year:
        return of_months(span, date.year() / month{1} / std::chrono::day{1}, months{12});
    case Span::custom:
        break;
    }
    KERNEL_ASSERT(span != Span::custom);
    return {};
}

Period custom_period(base::Date one, base::Date other)
{
    const auto [first, last] = std::minmax(one, other);
    return {.span = Span::custom,
            .first = first,
            .last = std::min(last, base::Date{first.day + custom_days_max - days{1}})};
}

Period before(const Period& period)
{
    if (period.span != Span::custom)
        return period_around(period.span, {period.first.day - days{1}});
    return {.span = Span::custom,
            .first = {period.first.day - length_of(period)},
            .last = {period.first.day - days{1}}};
}

Period after(const Period& period)
{
    if (period.span != Span::custom) return period_around(period.span, {period.last.day + days{1}});
    return {.span = Span::custom,
            .first = {period.last.day + days{1}},
            .last = {period.last.day + length_of(period)}};
}

Period compared_with(const Period& period, base::Date today)
{
    auto earlier = before(period);
    const bool is_running = period.first <= today && today < period.last;
    if (!is_running) return earlier;
    const auto begun = today.day - period.first.day;
    earlier.last = std::min(earlier.last, base::Date{earlier.first.day + begun});
    return earlier;
}

Stretch stretch_of(const Period& period, std::string_view zone)
{
    return {.from = base::instant_of({.date = period.first}, zone),
            .until = base::instant_of({.date = {period.last.day + days{1}}}, zone)};
}

Grain grain_of(const Period& period)
{
    const auto length = length_of(period);
    if (length == days{1}) return Grain::hour;
    if (length <= by_day_max) return Grain::day;
    return length <= by_week_max ? Grain::week : Grain::month;
}

std::vector<Slot> slots_of(const Period& period, std::string_view zone)
{
    const auto grain = grain_of(period);
    if (grain == Grain::hour) return hours_of(period, zone);
    std::vector<Slot> slots;
    for (auto first = period.first; first <= period.last;) {
        const auto last = part_end(grain, first, period.last);
        const Period part{.span = Span::custom, .first = first, .last = last};
        slots.push_back({.stretch = stretch_of(part, zone), .days = part});
        first = {last.day + days{1}};
    }
    return slots;
}

} // namespace dashboards
