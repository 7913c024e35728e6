#include "modules/backup/retention.hpp"

#include <doctest.h>

#include <algorithm>

using namespace backup;
using namespace std::chrono_literals;

namespace
{

constexpr auto kept = std::chrono::days{90};

base::Instant now()
{
    return *base::parse_iso("2026-11-20T10:00:00Z");
}

std::vector<Dated> every(std::chrono::hours step, int count)
{
    std::vector<Dated> backups;
    for (int n = 0; n < count; ++n)
        backups.push_back({.name = std::to_string(n), .taken_at = now() - n * step});
    return backups;
}

} // namespace

TEST_CASE("daily backups are kept 90 days")
{
    // PLT-101
    const auto going = due_to_go(every(24h, 120), now(), kept);
    CHECK(going.size() == 120 - 91);
    CHECK(going.front() == "91");
    CHECK(due_to_go(every(24h, 91), now(), kept).empty());
}

TEST_CASE("hourly backups are all kept two days, then the last one of each day")
{
    // PLT-100
    const auto backups = every(1h, 24 * 10);
    const auto going = due_to_go(backups, now(), kept);
    std::vector<Dated> left;
    for (const auto& each : backups)
        if (std::ranges::find(going, each.name) == going.end()) left.push_back(each);
    CHECK(left.size() == 49 + 8);
    for (std::size_t at = 0; at < 48; ++at)
        CHECK(left[at].taken_at == now() - static_cast<int>(at) * 1h);
    CHECK(base::iso(left.back().taken_at) == "2026-11-10T23:00:00.000Z");
}

TEST_CASE("a clock that jumps forward does not empty the shelf")
{
    const auto going = due_to_go(every(24h, 30), now() + std::chrono::days{4'000}, kept);
    CHECK(going.size() == 30 - newest_kept);
}
