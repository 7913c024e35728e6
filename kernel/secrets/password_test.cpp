#include "kernel/secrets/password.hpp"

#include <doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

using namespace secrets;

namespace
{

Key pepper(char filler = 'p')
{
    return Key{std::string(Key::size, filler)};
}

} // namespace

TEST_CASE("a password is verified against its own hash and no other")
{
    PasswordQueue passwords{pepper(), PasswordCost::for_tests()};
    const auto stored = passwords.hash("le vélo jaune d’Anne");
    CHECK(stored.starts_with("$argon2id$"));
    CHECK(passwords.verify(stored, "le vélo jaune d’Anne"));
    CHECK_FALSE(passwords.verify(stored, "le velo jaune d’Anne"));
    CHECK_FALSE(passwords.verify("", "le vélo jaune d’Anne"));
    CHECK_FALSE(passwords.verify("$argon2id$nonsense", "x"));
    CHECK_FALSE(passwords.dummy_verify("le vélo jaune d’Anne"));
    CHECK(stored != passwords.hash("le vélo jaune d’Anne"));
}

TEST_CASE("a stolen hash is worth nothing without the pepper")
{
    PasswordQueue passwords{pepper(), PasswordCost::for_tests()};
    PasswordQueue elsewhere{pepper('q'), PasswordCost::for_tests()};
    CHECK_FALSE(elsewhere.verify(passwords.hash("le vélo jaune"), "le vélo jaune"));
}

TEST_CASE("a hash says its cost, and one made cheaper is made again")
{
    PasswordQueue cheap{pepper(), PasswordCost::for_tests()};
    PasswordQueue real{pepper()};
    const auto weak = cheap.hash("le vélo jaune");
    CHECK(real.needs_rehash(weak));
    CHECK(real.verify(weak, "le vélo jaune"));
    const auto strong = real.hash("le vélo jaune");
    CHECK(strong.starts_with("$argon2id$v=19$m=47104,t=2,p=1$"));
    CHECK_FALSE(real.needs_rehash(strong));
}

TEST_CASE("an unknown person costs as much as a known one")
{
    using Clock = std::chrono::steady_clock;
    PasswordQueue passwords{pepper()};
    const auto stored = passwords.hash("le vélo jaune");
    // Of several, because another program may take the processor during one.
    const auto least = [](auto&& action) {
        auto shortest = Clock::duration::max();
        for (int time = 0; time < 5; ++time) {
            const auto start = Clock::now();
            action();
            shortest = std::min(shortest, Clock::now() - start);
        }
        return shortest;
    };
    const auto known = least([&] { passwords.verify(stored, "le vélo vert"); });
    const auto unknown = least([&] { passwords.dummy_verify("le vélo vert"); });
    CHECK(unknown > known / 4);
    CHECK(known > unknown / 4);
}

TEST_CASE("beyond those that run and those that wait, a check is refused")
{
    PasswordQueue passwords{pepper()};
    constexpr int asked = PasswordQueue::at_once + PasswordQueue::waiting + 8;
    std::atomic<int> done{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> people;
    for (int i = 0; i < asked; ++i)
        people.emplace_back([&] {
            try {
                passwords.dummy_verify("le vélo jaune");
                ++done;
            } catch (const PasswordsBusy&) {
                ++refused;
            }
        });
    for (auto& person : people)
        person.join();
    CHECK(done + refused == asked);
    CHECK(done >= PasswordQueue::at_once + PasswordQueue::waiting);
    CHECK(refused > 0);
    CHECK_NOTHROW(passwords.dummy_verify("le vélo jaune"));
}
