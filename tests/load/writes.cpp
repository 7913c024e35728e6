#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/installation.hpp"
#include "tests/load/measures.hpp"
#include "tests/support/database.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <ctime>
#include <functional>
#include <map>
#include <thread>

namespace load
{
namespace
{

using Clock = std::chrono::steady_clock;

constexpr int rounds = 5; // 1, 8 and 32 clients take turns, so that a slow disk slows them alike
constexpr auto turn = std::chrono::milliseconds{800};
constexpr std::array clients_of_a_round{1, 8, 32};

constexpr db::Query insert_client{
    "load.client", "INSERT INTO client (workspace_id, id, name) VALUES (:workspace, :id, :name)"};

db::Binds row(std::int64_t id)
{
    return {{"workspace", 1}, {"id", id}, {"name", std::to_string(id)}};
}

/// Of this program, all threads, user and kernel.
std::chrono::nanoseconds cpu_used()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// Writes per second, how long each took and what it cost.
struct Turn {
    double per_second = 0;
    double cpu_us = 0;
    std::vector<double> times_ms;
};

using WriteOne = std::function<void(std::int64_t id)>;

Turn take_turn(int clients, std::atomic<std::int64_t>& id, const WriteOne& write)
{
    std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
    const auto started = Clock::now();
    const auto cpu_before = cpu_used();
    {
        std::vector<std::jthread> threads;
        for (auto& mine : times)
            threads.emplace_back([&, end = started + turn] {
                for (auto before = Clock::now(); before < end;) {
                    write(++id);
                    const auto after = Clock::now();
                    mine.push_back(
                        std::chrono::duration<double, std::milli>(after - before).count());
                    before = after;
                }
            });
    }
    const std::chrono::duration<double> lasted = Clock::now() - started;
    const std::chrono::duration<double, std::micro> cpu = cpu_used() - cpu_before;
    Turn all;
    for (const auto& mine : times)
        all.times_ms.insert(all.times_ms.end(), mine.begin(), mine.end());
    const auto count = static_cast<double>(all.times_ms.size());
    all.per_second = count / lasted.count();
    all.cpu_us = cpu.count() / count;
    return all;
}

struct Series {
    std::vector<double> per_second;
    std::vector<double> cpu_us;
    std::vector<double> ratios; ///< to one client of the same round
    std::vector<double> times_ms;

    void add(Turn turn_, double one_client)
    {
        per_second.push_back(turn_.per_second);
        cpu_us.push_back(turn_.cpu_us);
        ratios.push_back(turn_.per_second / one_client);
        times_ms.insert(times_ms.end(), turn_.times_ms.begin(), turn_.times_ms.end());
    }
};

void print_series(const std::string& engine, int clients, const Series& series)
{
    static const std::map<int, Bound> budgets{{8, at_least(2)}, {32, at_least(3)}};
    const auto name = "writes." + std::to_string(clients) + "." + engine;
    Figure figure{.name = name, .value = median(series.per_second), .unit = "commits/s"};
    if (const auto budget = budgets.find(clients); budget != budgets.end()) {
        figure.ratio = median(series.ratios);
        figure.ratio_to = "writes.1." + engine;
        figure.budget = budget->second;
    }
    print(figure);
    print({.name = name + ".cpu", .value = median(series.cpu_us), .unit = "us"});
    print({.name = name + ".median", .value = median(series.times_ms), .unit = "ms"});
    print({.name = name + ".p99", .value = p99(series.times_ms), .unit = "ms"});
}

void measure_engine(const std::string& engine, const db::DatabaseOptions& options)
{
    const auto database = db::Database::open(options);
    const WriteOne write = [&](std::int64_t id) {
        database->write(db::Scope::of_workspace(1), [&](db::Connection& connection) {
            connection.execute(insert_client, row(id));
        });
    };
    std::atomic<std::int64_t> id = 0;
    take_turn(clients_of_a_round.back(), id, write); // opens every connection
    std::map<int, Series> all;
    for (int round = 0; round < rounds; ++round) {
        double one_client = 0;
        for (const int clients : clients_of_a_round) {
            auto taken = take_turn(clients, id, write);
            if (clients == 1) one_client = taken.per_second;
            all[clients].add(std::move(taken), one_client);
        }
    }
    for (const auto& [clients, series] : all)
        print_series(engine, clients, series);
}

/// What SQLite itself does without our writer: one connection, one commit a row.
void measure_plain_connection(const std::filesystem::path& file)
{
    db::SqliteConnection connection{{.file = file, .role = db::SqliteConnection::Role::Migration}};
    constexpr std::int64_t first_id = 1'000'000'000; // above those of the writer
    std::atomic<std::int64_t> id = first_id;
    const auto taken = take_turn(1, id, [&](std::int64_t next) {
        connection.control("BEGIN IMMEDIATE");
        connection.execute(insert_client, row(next));
        connection.control("COMMIT");
    });
    print({.name = "writes.1.sqlite.plain_connection",
           .value = taken.per_second,
           .unit = "commits/s"});
}

} // namespace

void measure_writes()
{
    const DiskFolder folder;
    const auto file = folder.path() / "writes.sqlite";
    const db::DatabaseOptions sqlite{.url = "sqlite:" + file.string()};
    db::migrate(sqlite, db::test_schema::files);
    measure_engine("sqlite", sqlite);
    measure_plain_connection(file);

    const auto cluster = test_support::fresh_database(db::Engine::Postgres, db::test_schema::files);
    auto postgres = cluster->options();
    postgres.durability = db::DatabaseOptions::Durability::Required;
    measure_engine("postgres", postgres);
}

} // namespace load
