#include "kernel/db/signals.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace
{

/// What one process hears.
struct Ear {
    std::mutex mutex;
    std::vector<std::string> heard;

    db::Signals::Listener listener()
    {
        return {.heard =
                    [this](std::string_view message) {
                        const std::scoped_lock lock{mutex};
                        heard.emplace_back(message);
                    },
                .missed = [] {}};
    }
    std::vector<std::string> taken()
    {
        const std::scoped_lock lock{mutex};
        return std::exchange(heard, {});
    }
    bool hears(const std::string& message)
    {
        for (int tries = 0; tries < 400; ++tries) {
            {
                const std::scoped_lock lock{mutex};
                if (std::ranges::find(heard, message) != heard.end()) return true;
            }
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
};

} // namespace

TEST_CASE("a message reaches the other processes of the database, once, and not its sender")
{
    auto fresh = test_support::fresh_database(db::Engine::Postgres, db::test_schema::files);
    fresh->database(); // the roles exist
    Ear one;
    Ear two;
    db::Signals from{fresh->options(), one.listener()};
    db::Signals to{fresh->options(), two.listener()};
    for (int tries = 0; tries < 100 && two.taken().empty(); ++tries) {
        from.send("w:7/ready");
        std::this_thread::sleep_for(50ms);
    }
    for (int n = 0; n < 1'000; ++n)
        from.send("w:7/ticket:" + std::to_string(n));
    CHECK(two.hears("w:7/ticket:999"));
    const auto heard = two.taken();
    CHECK(std::ranges::count(heard, "w:7/ticket:500") == 1);
    CHECK(one.taken().empty());
}
