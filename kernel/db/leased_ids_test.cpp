#include "kernel/db/leased_ids.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <set>
#include <vector>

namespace
{

constexpr std::int64_t november = 1'795'000'000'000'000; // microseconds, in 2026

/// Clocks a test moves by hand.
struct Hands {
    base::Instant wall{november};
    std::chrono::steady_clock::time_point steady{};
    db::LeasedIds::Settings settings()
    {
        return {.renew_every = std::chrono::hours{1}, // never during the test
                .clocks = {[this] { return wall; }, [this] { return steady; }}};
    }
};

auto writer_of(db::Database& database)
{
    return [&database](const db::Database::Work& work) {
        database.write(db::Scope::platform(), work);
    };
}

auto fresh(db::Engine engine)
{
    return test_support::fresh_database(engine, std::span{db::test_schema::files});
}

std::int64_t high_water_of(db::Database& database, std::int64_t number)
{
    std::int64_t high_water = 0;
    database.read(db::Scope::platform(), [&](db::Connection& connection) {
        for (const auto& lease : db::process_leases(connection))
            if (lease.number == number) high_water = lease.high_water;
    });
    return high_water;
}

} // namespace

TEST_CASE("An id is 41 bits of time, 10 of lease and 12 of counter")
{
    const auto id =
        db::pack_id({.milliseconds = (1LL << 41) - 1, .lease = 1'023, .counter = 4'095});
    CHECK(id == INT64_MAX);
    const auto parts = db::unpack_id(db::pack_id({.milliseconds = 5, .lease = 6, .counter = 7}));
    CHECK(parts.milliseconds == 5);
    CHECK(parts.lease == 6);
    CHECK(parts.counter == 7);
}

TEST_CASE_ENGINES("Ids only grow, also when the clock stands still, goes back or jumps ahead")
{
    const auto database = fresh(engine);
    Hands hands;
    db::LeasedIds ids{writer_of(**database), hands.settings()};
    ids.start();
    std::int64_t last = 0;
    for (const auto move : {0, -3'600, 3'600 * 24 * 365, -7'200}) {
        hands.wall = base::Instant{november} + std::chrono::seconds{move};
        for (int n = 0; n < 10'000; ++n) {
            const auto id = ids.next();
            REQUIRE(id > last);
            last = id;
        }
    }
}

TEST_CASE_ENGINES(
    "The stored high water is ahead of every id, at least 10 s ahead at a steady clock")
{
    const auto database = fresh(engine);
    Hands hands;
    db::LeasedIds ids{writer_of(**database), hands.settings()};
    ids.start();
    const auto first = db::unpack_id(ids.next());
    CHECK(high_water_of(**database, first.lease) >= first.milliseconds + 10'000);
    hands.wall = hands.wall + std::chrono::hours{48};
    CHECK(db::unpack_id(ids.next()).milliseconds <= high_water_of(**database, first.lease));
}

TEST_CASE_ENGINES("A process that takes the number of a dead one starts beyond its high water")
{
    const auto database = fresh(engine);
    Hands hands;
    const auto dead = std::make_unique<db::LeasedIds>(writer_of(**database), hands.settings());
    dead->start();
    const auto last_of_dead = dead->next();

    Hands later;
    later.wall = hands.wall + std::chrono::hours{1}; // the lease is over …
    db::LeasedIds next{writer_of(**database), later.settings()};
    later.wall = later.wall + std::chrono::minutes{1};
    next.start();
    later.wall = hands.wall - std::chrono::hours{24}; // … and the clock goes back
    const auto id = next.next();
    CHECK(db::unpack_id(id).milliseconds > db::unpack_id(last_of_dead).milliseconds);
}

TEST_CASE_ENGINES("Nothing is allocated once the lease has expired on the monotonic clock")
{
    const auto database = fresh(engine);
    Hands hands;
    db::LeasedIds ids{writer_of(**database), hands.settings()};
    CHECK_THROWS_AS(ids.next(), db::Unavailable);
    ids.start();
    hands.steady += std::chrono::milliseconds{59'999};
    CHECK_NOTHROW(ids.next());
    hands.steady += std::chrono::milliseconds{1};
    CHECK_THROWS_AS(ids.next(), db::Unavailable);
}

TEST_CASE_ENGINES("Two holders have different numbers, and a number given back is used again")
{
    const auto database = fresh(engine);
    Hands hands;
    auto first = std::make_unique<db::LeasedIds>(writer_of(**database), hands.settings());
    first->start();
    db::LeasedIds second{writer_of(**database), hands.settings()};
    second.start();
    const auto given_back = db::unpack_id(first->next());
    CHECK(given_back.lease != db::unpack_id(second.next()).lease);
    first.reset();
    db::LeasedIds third{writer_of(**database), hands.settings()};
    third.start();
    const auto taken_again = db::unpack_id(third.next());
    CHECK(taken_again.lease == given_back.lease);
    CHECK(taken_again.milliseconds > given_back.milliseconds);
}

TEST_CASE_ENGINES("Renewal keeps ids coming after the first lease would have ended")
{
    const auto database = fresh(engine);
    db::LeasedIds ids{
        writer_of(**database),
        {.lasts = std::chrono::milliseconds{400}, .renew_every = std::chrono::milliseconds{20}}};
    ids.start();
    const auto lease = db::unpack_id(ids.next()).lease;
    std::this_thread::sleep_for(std::chrono::milliseconds{700});
    CHECK(db::unpack_id(ids.next()).lease == lease);
}

TEST_CASE_ENGINES("Threads never get the same id")
{
    const auto database = fresh(engine);
    std::vector<std::vector<std::int64_t>> made(4);
    std::vector<std::thread> threads;
    for (auto& ids : made)
        threads.emplace_back([&ids, &maker = (*database)->ids()] {
            for (int n = 0; n < 20'000; ++n)
                ids.push_back(maker.next());
        });
    for (auto& thread : threads)
        thread.join();
    std::set<std::int64_t> all;
    for (const auto& ids : made)
        all.insert(ids.begin(), ids.end());
    CHECK(all.size() == 80'000);
}
