#include "modules/reminders/reminder.hpp"

#include <doctest.h>

using reminders::next_day;
using reminders::Schedule;
using reminders::step_due;

namespace
{

base::Date day(const char* text)
{
    return *base::Date::parse(text);
}

base::Instant at(const char* text)
{
    return *base::parse_iso(text);
}

const Schedule usual{.due_from = day("2026-01-01")};

} // namespace

TEST_CASE("one is due from its day on, and what was missed is not made up for") // INV-021
{
    const auto due = day("2026-07-01");
    CHECK_FALSE(step_due(usual, due, day("2026-07-01"), {}));
    CHECK(step_due(usual, due, day("2026-07-02"), {}) == 1);
    CHECK(step_due(usual, due, day("2026-07-09"), {}) == 2);
    CHECK(step_due(usual, due, day("2026-12-31"), {}) == 3);
    CHECK_FALSE(step_due(usual, due, day("2026-07-03"), day("2026-07-02")));
    CHECK(step_due(usual, due, day("2026-07-08"), day("2026-07-02")) == 2);
    CHECK_FALSE(step_due(usual, due, day("2026-12-31"), day("2026-07-15")));
    CHECK_FALSE(step_due(Schedule{}, due, day("2026-07-02"), {}));
    CHECK_FALSE(step_due(usual, day("2025-12-31"), day("2026-07-02"), {}));
}

TEST_CASE("a day that is left out sends nothing")
{
    const Schedule one{.due_from = day("2026-01-01"), .first = 3, .second = 0, .third = 0};
    CHECK_FALSE(step_due(one, day("2026-07-01"), day("2026-07-03"), {}));
    CHECK(step_due(one, day("2026-07-01"), day("2026-07-30"), {}) == 1);
    CHECK_FALSE(next_day(one, day("2026-07-01"), day("2026-07-06")));
}

TEST_CASE("the next day is one on which people work")
{
    CHECK(next_day(usual, day("2026-07-01"), day("2026-07-01")) == day("2026-07-02"));
    CHECK(next_day(usual, day("2026-07-03"), day("2026-07-03")) == day("2026-07-06"));
    CHECK_FALSE(next_day(usual, day("2026-07-01"), day("2026-08-01")));
}

TEST_CASE("rounds begin at nine on working days, in the zone of the business")
{
    using reminders::is_office_time;
    using reminders::next_round_at;
    CHECK(next_round_at(at("2026-07-03T06:59:00Z"), "Europe/Paris") == at("2026-07-03T07:00:00Z"));
    CHECK(next_round_at(at("2026-07-03T07:00:00Z"), "Europe/Paris") == at("2026-07-06T07:00:00Z"));
    CHECK(next_round_at(at("2026-07-03T07:00:00Z"), "America/Montreal") ==
          at("2026-07-03T13:00:00Z"));
    CHECK(is_office_time(at("2026-07-03T15:59:00Z"), "Europe/Paris"));
    CHECK_FALSE(is_office_time(at("2026-07-03T16:00:00Z"), "Europe/Paris"));
    CHECK_FALSE(is_office_time(at("2026-07-04T10:00:00Z"), "Europe/Paris"));
}
