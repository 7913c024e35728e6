#include "modules/dashboards/figures.hpp"

#include <doctest.h>

using namespace dashboards;
using std::chrono::hours;

namespace
{

Fact resolved_after(int net, int waited = 0)
{
    return {.what = Counted::resolved, .net = hours{net}, .whole = hours{net + waited}};
}

Tally tally_of(const std::vector<Fact>& facts)
{
    RunningTally running;
    for (const auto& fact : facts)
        running.add(fact);
    return running.tally();
}

} // namespace

TEST_CASE("two tickets resolved in 4 and 8 hours take 6 hours on average") // JRN-34, DSH-030
{
    const auto times = times_of({hours{4}, hours{8}});
    CHECK(times.mean == hours{6});
    CHECK(times.median == hours{6});
}

TEST_CASE("the mean follows the one long ticket, the median does not") // DSH-031
{
    const auto times = times_of({hours{1}, hours{100}, hours{2}});
    CHECK(times.median == hours{2});
    CHECK(times.mean == Length{hours{103}} / 3);
    CHECK(times_of({hours{5}}).median == hours{5});
    CHECK_FALSE(times_of({}).mean);
    CHECK_FALSE(times_of({}).median);
}

TEST_CASE(
    "both times of a resolution are known: with and without waiting for the client") // DSH-031
{
    std::vector<Fact> facts{resolved_after(4, 20), resolved_after(8)};
    facts.back().was_reopened = true;
    const auto tally = tally_of(facts);
    CHECK(tally.resolution.mean == hours{6});
    CHECK(tally.whole.mean == hours{16});
    CHECK(tally.resolved == 2);
    CHECK(tally.reopened == 1);
}

TEST_CASE("satisfaction is the share of opinions of four or five stars")
{
    std::vector<Fact> facts;
    for (const auto score : {5, 4, 3})
        facts.push_back({.what = Counted::rated, .score = score});
    CHECK(tally_of(facts).satisfaction() == 67);
    CHECK_FALSE(tally_of({}).satisfaction());
}

TEST_CASE("the parts of a figure add up to it") // DSH-003
{
    const auto week = custom_period(base::Date::parse("2026-10-19").value(),
                                    base::Date::parse("2026-10-25").value());
    TallySlots slots{slots_of(week, "Europe/Paris")};
    TallyParts priorities{priority_of};
    TallyParts members{member_of};
    TallyParts clients{client_of};
    for (std::size_t i = 0; i < 40; ++i) {
        const Fact fact{.at = slots.slots().front().stretch.from + hours{static_cast<int>(i) * 4},
                        .priority = static_cast<tickets::Priority>(i % 4),
                        .assignee = {static_cast<std::int64_t>(i % 3)},
                        .client = {static_cast<std::int64_t>(i % 7)}};
        slots.add(fact);
        priorities.add(fact);
        members.add(fact);
        clients.add(fact);
    }
    for (const auto& parts : {priorities.tallies(), members.tallies(), clients.tallies()}) {
        std::int64_t sum = 0;
        for (const auto& [key, part] : parts)
            sum += part.opened;
        CHECK(sum == 40);
    }
    // The week in which the clocks go back: its last day has an hour more.
    const std::vector<std::int64_t> by_day{6, 6, 6, 6, 6, 6, 4};
    for (std::size_t day = 0; day < by_day.size(); ++day)
        CHECK(slots.tallies()[day].opened == by_day[day]);
}

TEST_CASE("a change is said in percent, and none from nothing")
{
    CHECK(change(15, 12) == 25);
    CHECK(change(9, 12) == -25);
    CHECK(change(2, 3) == -33);
    CHECK_FALSE(change(4, 0));
}
