#include "modules/ledger/ledger_test_kit.hpp"

#include <chrono>
#include <thread>

using namespace ledger_test;

namespace
{

using Clock = std::chrono::steady_clock;

void tell(const std::string& what, int appends, Clock::time_point since)
{
    const std::chrono::duration<double> took = Clock::now() - since;
    MESSAGE(what << ": " << static_cast<int>(appends / took.count()) << " appends a second");
}

void measure(db::Engine engine)
{
    Books books{engine};
    constexpr int in_one = 1'000;
    const auto first = Clock::now();
    books.context().write([](WorkspaceTransaction& tx) {
        for (int nth = 0; nth < in_one; ++nth)
            ledger::append(tx, invoice("F-" + std::to_string(nth), 10'000, date("2026-11-20")));
    });
    tell("in one transaction", in_one, first);
    constexpr int writers = 64;
    constexpr int each = 20;
    const auto second = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int nth = 0; nth < writers; ++nth)
            threads.emplace_back([&books] {
                for (int i = 0; i < each; ++i)
                    books.append(invoice("F-1", 10'000, date("2026-11-20")));
            });
    }
    tell("by 64 writers of one business", writers * each, second);
    const auto third = Clock::now();
    const auto verdict = books.verdict();
    tell("replayed", static_cast<int>(verdict.checked), third);
    CHECK(verdict.checked == in_one + writers * each);
}

} // namespace

// Figures, and no expectation of them: run with --no-skip.
TEST_CASE("the chain is measured [sqlite]" * doctest::skip())
{
    measure(db::Engine::Sqlite);
}

TEST_CASE("the chain is measured [postgres]" * doctest::skip())
{
    measure(db::Engine::Postgres);
}
