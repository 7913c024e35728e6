#include "kernel/http/worker_pool.hpp"

#include <doctest.h>

#include <atomic>
#include <latch>

TEST_CASE("a full queue refuses at once, and what was accepted runs before the pool stops")
{
    std::atomic<int> ran{0};
    std::latch started{1};
    std::latch release{1};
    http::WorkerPool pool{1, 2};
    CHECK(pool.submit([&] {
        started.count_down();
        release.wait();
    }));
    started.wait();
    CHECK(pool.submit([&] { ++ran; }));
    CHECK(pool.submit([&] { ++ran; }));
    CHECK_FALSE(pool.submit([&] { ++ran; }));
    CHECK(pool.queue_length() == 2);
    release.count_down();
    pool.stop();
    CHECK(ran == 2);
    CHECK_FALSE(pool.submit([&] { ++ran; }));
}
