#include "modules/dashboards/period.hpp"

#include <doctest.h>

using namespace dashboards;

namespace
{

base::Date day(const char* iso)
{
    return base::Date::parse(iso).value();
}

std::string text(const Period& period)
{
    return period.first.text() + "/" + period.last.text();
}

constexpr const char* paris = "Europe/Paris";
constexpr std::int64_t hour = 3'600'000'000;

std::int64_t hours_in(const Stretch& stretch)
{
    return (stretch.until.micros - stretch.from.micros) / hour;
}

} // namespace

TEST_CASE("a period is the day, week, month, quarter or year that holds a day") // DSH-001
{
    const auto saturday = day("2026-11-21");
    CHECK(text(period_around(Span::day, saturday)) == "2026-11-21/2026-11-21");
    CHECK(text(period_around(Span::week, saturday)) == "2026-11-16/2026-11-22");
    CHECK(text(period_around(Span::week, day("2026-11-16"))) == "2026-11-16/2026-11-22");
    CHECK(text(period_around(Span::week, day("2026-11-22"))) == "2026-11-16/2026-11-22");
    CHECK(text(period_around(Span::month, saturday)) == "2026-11-01/2026-11-30");
    CHECK(text(period_around(Span::month, day("2028-02-29"))) == "2028-02-01/2028-02-29");
    CHECK(text(period_around(Span::quarter, saturday)) == "2026-10-01/2026-12-31");
    CHECK(text(period_around(Span::quarter, day("2026-03-31"))) == "2026-01-01/2026-03-31");
    CHECK(text(period_around(Span::year, saturday)) == "2026-01-01/2026-12-31");
}

TEST_CASE("a period of one's own takes its days in any order and no more than two years")
{
    CHECK(text(custom_period(day("2026-03-05"), day("2026-03-01"))) == "2026-03-01/2026-03-05");
    CHECK(text(custom_period(day("2020-01-01"), day("2026-01-01"))) == "2020-01-01/2021-12-31");
}

TEST_CASE("before and after go from one period to the next")
{
    const auto march = period_around(Span::month, day("2026-03-31"));
    CHECK(text(before(march)) == "2026-02-01/2026-02-28");
    CHECK(text(after(march)) == "2026-04-01/2026-04-30");
    CHECK(text(before(period_around(Span::quarter, day("2026-02-01")))) == "2025-10-01/2025-12-31");
    const auto five = custom_period(day("2026-03-03"), day("2026-03-07"));
    CHECK(text(before(five)) == "2026-02-26/2026-03-02");
    CHECK(text(after(five)) == "2026-03-08/2026-03-12");
    CHECK(after(before(march)) == march);
}

TEST_CASE("a month that has begun is compared with as many days of the month before") // DSH-001
{
    const auto today = day("2026-11-21");
    const auto november = period_around(Span::month, today);
    CHECK(text(compared_with(november, today)) == "2026-10-01/2026-10-21");
    CHECK(text(compared_with(november, day("2026-12-02"))) == "2026-10-01/2026-10-31");
    CHECK(text(compared_with(november, day("2026-11-30"))) == "2026-10-01/2026-10-31");
    const auto march = period_around(Span::month, day("2026-03-30"));
    CHECK(text(compared_with(march, day("2026-03-30"))) == "2026-02-01/2026-02-28");
}

TEST_CASE("days are those of the business: 23 or 25 hours where the clocks change")
{
    CHECK(hours_in(stretch_of(period_around(Span::day, day("2026-03-29")), paris)) == 23);
    CHECK(hours_in(stretch_of(period_around(Span::day, day("2026-10-25")), paris)) == 25);
    CHECK(hours_in(stretch_of(period_around(Span::day, day("2026-11-21")), paris)) == 24);
    CHECK(hours_in(stretch_of(period_around(Span::month, day("2026-03-01")), paris)) ==
          31 * 24 - 1);
    CHECK(base::iso(stretch_of(period_around(Span::day, day("2026-11-21")), paris).from) ==
          "2026-11-20T23:00:00.000Z");
}

TEST_CASE("the slots of a period leave no moment out and count none twice")
{
    for (const auto& period :
         {period_around(Span::day, day("2026-03-29")), period_around(Span::day, day("2026-10-25")),
          period_around(Span::week, day("2026-10-25")),
          period_around(Span::month, day("2026-03-01")),
          period_around(Span::quarter, day("2026-05-01")),
          period_around(Span::year, day("2026-05-01")),
          custom_period(day("2026-01-15"), day("2026-12-20"))}) {
        CAPTURE(text(period));
        const auto slots = slots_of(period, paris);
        const auto whole = stretch_of(period, paris);
        REQUIRE_FALSE(slots.empty());
        CHECK(slots.front().stretch.from == whole.from);
        CHECK(slots.back().stretch.until == whole.until);
        for (std::size_t i = 1; i < slots.size(); ++i)
            CHECK(slots[i].stretch.from == slots[i - 1].stretch.until);
    }
    CHECK(slots_of(period_around(Span::day, day("2026-03-29")), paris).size() == 23);
    CHECK(slots_of(period_around(Span::month, day("2026-11-01")), paris).size() == 30);
    CHECK(slots_of(period_around(Span::quarter, day("2026-10-01")), paris).size() == 14);
    CHECK(slots_of(period_around(Span::year, day("2026-10-01")), paris).size() == 12);
}
