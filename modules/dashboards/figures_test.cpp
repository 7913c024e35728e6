#include "modules/dashboards/figures.hpp"

#include <doctest.h>

using namespace dashboards;
using std::chrono::hours;

namespace
{

Fact resolved_after(int net, int waited = 0)
{
    return {.net = hours{net}, .whole = hours{net + waited}};
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
    Facts facts;
    facts.resolved = {resolved_after(4, 20), resolved_after(8)};
    facts.resolved.back().was_reopened = true;
    const auto tally = tally_of(facts);
    CHECK(tally.resolution.mean == hours{6});
    CHECK(tally.whole.mean == hours{16});
    CHECK(tally.resolved == 2);
    CHECK(tally.reopened == 1);
}

TEST_CASE("satisfaction is the share of opinions of four or five stars")
{
    Facts facts;
    for (const auto score : {5, 4, 3})
        facts.rated.push_back({.score = score});
    CHECK(tally_of(facts).satisfaction() == 67);
    CHECK_FALSE(tally_of({}).satisfaction());
}

TEST_CASE("the parts of a figure add up to it") // DSH-003
{
    const auto week = custom_period(base::Date::parse("2026-10-19").value(),
                                    base::Date::parse("2026-10-25").value());
    const auto slots = slots_of(week, "Europe/Paris");
    Facts facts;
    for (std::size_t i = 0; i < 40; ++i) {
        const auto at = slots.front().stretch.from + hours{static_cast<int>(i) * 4};
        facts.opened.push_back({.at = at,
                                .priority = static_cast<tickets::Priority>(i % 4),
                                .assignee = {static_cast<std::int64_t>(i % 3)},
                                .client = {static_cast<std::int64_t>(i % 7)}});
    }
    for (const auto& parts :
         {by_priority(facts), by_member(facts), by_client(facts), by_slot(facts, slots)}) {
        std::int64_t sum = 0;
        for (const auto& [key, part] : parts) {
            CHECK(key >= 0);
            sum += tally_of(part).opened;
        }
        CHECK(sum == 40);
    }
    for (const auto& [position, part] : by_slot(facts, slots))
        for (const auto& fact : part.opened)
            CHECK(slots[static_cast<std::size_t>(position)].stretch.holds(fact.at));
}

TEST_CASE("a change is said in percent, and none from nothing")
{
    CHECK(change(15, 12) == 25);
    CHECK(change(9, 12) == -25);
    CHECK(change(2, 3) == -33);
    CHECK_FALSE(change(4, 0));
}
