// Kills a writing process again and again: what it had acknowledged must be stored, once and whole.

#include "kernel/db/test_schema.hpp"
#include "tests/faults/checks.hpp"
#include "tests/faults/ledger.hpp"
#include "tests/support/database.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <random>
#include <string_view>
#include <thread>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;

constexpr int kills_of_a_run = 100; // `--kills 500` before a release
constexpr int kills_max = 100'000;
constexpr int writers = 4;
constexpr auto life_max = std::chrono::milliseconds{120}; // after the first acknowledged work
constexpr int rounds_between_checks = 25;

struct Figures {
    std::set<std::int64_t> acknowledged;
    Clock::duration restart_max{};
    std::int64_t twice = 0;
    std::int64_t lost = 0; ///< at the last check
};

/// Writes for ever; each acknowledged id goes into the pipe, eight bytes at once.
[[noreturn]] void write_until_killed(const db::DatabaseOptions& options, int acknowledgements)
{
    const auto database = db::Database::open(options);
    std::vector<std::thread> threads;
    for (int n = 0; n < writers; ++n)
        threads.emplace_back([&] {
            for (;;) {
                const auto id = faults::add_pair(*database, "acknowledged work");
                if (::write(acknowledgements, &id, sizeof id) != sizeof id) ::_exit(1);
            }
        });
    for (auto& thread : threads)
        thread.join();
    ::_exit(1);
}

/// False at the end of the pipe.
bool read_acknowledgement(int pipe, Figures& figures)
{
    std::int64_t id = 0;
    if (::read(pipe, &id, sizeof id) != sizeof id) return false;
    if (!figures.acknowledged.insert(id).second) ++figures.twice;
    return true;
}

/// False when the process had ended by itself.
bool live_and_be_killed(const db::DatabaseOptions& options, Clock::duration life, Figures& figures)
{
    int ends[2];
    if (::pipe(ends) != 0) return false;
    const auto started = Clock::now();
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        write_until_killed(options, ends[1]);
    }
    ::close(ends[1]);
    bool alive = read_acknowledgement(ends[0], figures);
    figures.restart_max = std::max(figures.restart_max, Clock::now() - started);
    const auto end = Clock::now() + life;
    while (alive && Clock::now() < end)
        alive = read_acknowledgement(ends[0], figures);
    ::kill(child, SIGKILL);
    while (read_acknowledgement(ends[0], figures)) {
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

void check(const db::DatabaseOptions& options, Figures& figures, faults::Checks& checks)
{
    const auto database = db::Database::open(options);
    const auto stored = faults::read_stored(*database);
    figures.lost = faults::lost(figures.acknowledged, stored.clients);
    checks.that(figures.lost == 0, std::to_string(figures.lost) + " acknowledged works were lost");
    checks.that(stored.halves == 0, std::to_string(stored.halves) + " works are stored by half");
    checks.that(figures.twice == 0, std::to_string(figures.twice) + " ids were given twice");
}

void kill_on(db::Engine engine, int kills, faults::Checks& checks)
{
    const auto fixture = test_support::fresh_database(engine, db::test_schema::files);
    std::mt19937 chance{std::random_device{}()};
    std::uniform_int_distribution<int> life{0, static_cast<int>(life_max.count())};
    Figures figures;
    int killed = 0;
    for (int round = 1; round <= kills; ++round) {
        killed +=
            live_and_be_killed(fixture->options(), std::chrono::milliseconds{life(chance)}, figures)
                ? 1
                : 0;
        if (round % rounds_between_checks == 0 || round == kills)
            check(fixture->options(), figures, checks);
    }
    checks.that(killed == kills,
                std::to_string(kills - killed) + " processes ended before they were killed");
    checks.that(!figures.acknowledged.empty(), "nothing was ever acknowledged");
    const bool is_sqlite = engine == db::Engine::Sqlite;
    if (is_sqlite)
        checks.that(faults::integrity_of(fixture->options()) == "ok", "the file is damaged");
    const auto restart = std::chrono::duration_cast<std::chrono::milliseconds>(figures.restart_max);
    std::cout << (is_sqlite ? "sqlite" : "postgres") << ": " << killed << " kills, "
              << figures.acknowledged.size() << " acknowledged works of two rows, " << figures.lost
              << " lost, longest restart to first work " << restart.count() << " ms\n";
}

} // namespace

int main(int count, char** words)
{
    int kills = kills_of_a_run;
    if (count == 3 && std::string_view{words[1]} == "--kills") {
        const std::string_view digits = words[2];
        std::from_chars(digits.data(), digits.data() + digits.size(), kills);
    } else if (count != 1) {
        std::cerr << "Usage: kill_loop [--kills N]\n";
        return 2;
    }
    if (kills < 1 || kills > kills_max) return 2;
    faults::Checks checks;
    kill_on(db::Engine::Sqlite, kills, checks);
    kill_on(db::Engine::Postgres, std::max(1, kills / 5), checks);
    return checks.report();
}
