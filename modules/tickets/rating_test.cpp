#include "kernel/base/refusal.hpp"
#include "modules/tickets/rating.hpp"

#include <doctest.h>

using namespace tickets;

namespace
{

constexpr base::Instant resolved{1'790'000'000'000'000};

Ticket a_resolved_ticket()
{
    return {.id = {5}, .resolved_at = resolved, .resolved_count = 2};
}

} // namespace

TEST_CASE("a resolution is rated, and its rating changed for seven days") // TKT-044
{
    const auto first = rate(a_resolved_ticket(), {}, {.score = 4}, resolved);
    CHECK(first.resolution == 2);
    CHECK_FALSE(first.edited_at);

    const auto last_day = resolved + std::chrono::days{7};
    const auto second = rate(a_resolved_ticket(), first, {.score = 5}, last_day);
    CHECK(second.score == 5);
    CHECK(second.rated_at == resolved);
    CHECK(second.edited_at == last_day);

    const auto late = last_day + std::chrono::seconds{1};
    CHECK_THROWS_AS(rate(a_resolved_ticket(), first, {.score = 1}, late), base::Refusal);
}

TEST_CASE("what is not resolved, or was closed as a duplicate, is not rated") // TKT-044
{
    CHECK_THROWS_AS(rate({}, {}, {.score = 4}, resolved), base::Refusal);

    auto duplicate = a_resolved_ticket();
    duplicate.close_reason = "duplicate";
    CHECK_THROWS_AS(rate(duplicate, {}, {.score = 4}, resolved), base::Refusal);
}
