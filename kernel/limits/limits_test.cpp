#include "kernel/limits/limits.hpp"

#include <doctest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace
{

/// A clock that goes on when it is told to, so that a slow machine counts like a quick one.
struct HeldClock {
    std::chrono::steady_clock::time_point time = std::chrono::steady_clock::now();
    limits::Limiter::Now now()
    {
        return [this] { return time; };
    }
};

} // namespace

TEST_CASE("exactly the 61st action of a minute is refused") // PLT-095
{
    HeldClock clock;
    limits::Limiter limiter{clock.now()};
    for (int i = 0; i < 60; ++i)
        REQUIRE_FALSE(limiter.refuse("anne", {.count = 60, .per = 60s}).has_value());

    const auto wait = limiter.refuse("anne", {.count = 60, .per = 60s});
    REQUIRE(wait.has_value());
    CHECK(*wait == 1s);
    CHECK_FALSE(limiter.refuse("karim", {.count = 60, .per = 60s}).has_value());

    clock.time += 999ms;
    CHECK(limiter.refuse("anne", {.count = 60, .per = 60s}).has_value());
    clock.time += 1ms;
    CHECK_FALSE(limiter.refuse("anne", {.count = 60, .per = 60s}).has_value());
    CHECK(limiter.refuse("anne", {.count = 60, .per = 60s}).has_value());
}

TEST_CASE("eight threads get exactly the allowed count between them")
{
    limits::Limiter limiter;
    std::atomic<int> allowed{0};
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i)
                if (!limiter.refuse("shared", {.count = 100, .per = 3600s})) ++allowed;
        });
    threads.clear();
    CHECK(allowed == 100);
}

TEST_CASE("a refused action does not push the next one further away")
{
    HeldClock clock;
    limits::Limiter limiter{clock.now()};
    CHECK_FALSE(limiter.refuse("k", {.count = 1, .per = 1s}).has_value());
    for (int i = 0; i < 20; ++i)
        CHECK(limiter.refuse("k", {.count = 1, .per = 1s}).has_value());
    clock.time += 1s;
    CHECK_FALSE(limiter.refuse("k", {.count = 1, .per = 1s}).has_value());
}

TEST_CASE("memory is bounded: a hundred thousand strangers push the oldest out")
{
    limits::Limiter limiter;
    for (int i = 0; i < 200'000; ++i)
        (void)limiter.refuse("k" + std::to_string(i), {.count = 1, .per = 3600s});
    CHECK(limiter.refuse("k199999", {.count = 1, .per = 3600s}).has_value());
    CHECK_FALSE(limiter.refuse("k0", {.count = 1, .per = 3600s}).has_value());
}
