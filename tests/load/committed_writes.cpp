// Durable writes of one row by 1, 8 and 32 clients on a real disk, against a plain SQLite
// connection that commits one row at a time. One JSON object per line.

#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/test_schema.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;

constexpr auto measured_for = std::chrono::seconds{3};
constexpr db::Query insert_client{
    "bench.client", "INSERT INTO client (workspace_id, id, name) VALUES (:workspace, :id, :name)"};

db::Binds row(std::int64_t id)
{
    return {{"workspace", 1}, {"id", id}, {"name", std::to_string(id)}};
}

double micros(Clock::duration time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

struct Measure {
    double per_second = 0;
    double p99_us = 0;
};

Measure by_clients(db::Database& database, int clients, std::atomic<std::int64_t>& id)
{
    std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
    std::vector<std::thread> threads;
    const auto end = Clock::now() + measured_for;
    for (auto& mine : times)
        threads.emplace_back([&] {
            while (Clock::now() < end) {
                const auto started = Clock::now();
                database.write(db::Scope::of_workspace(1), [&](db::Connection& connection) {
                    connection.execute(insert_client, row(++id));
                });
                mine.push_back(micros(Clock::now() - started));
            }
        });
    for (auto& thread : threads)
        thread.join();
    std::vector<double> all;
    for (const auto& mine : times)
        all.insert(all.end(), mine.begin(), mine.end());
    std::sort(all.begin(), all.end());
    return {static_cast<double>(all.size()) / std::chrono::duration<double>(measured_for).count(),
            all[all.size() * 99 / 100]};
}

Measure plain(const db::DatabaseOptions& options, std::atomic<std::int64_t>& id)
{
    db::SqliteConnection connection{{.file = options.url.substr(options.url.find(':') + 1),
                                     .role = db::SqliteConnection::Role::Migration}};
    std::vector<double> times;
    const auto end = Clock::now() + measured_for;
    while (Clock::now() < end) {
        const auto started = Clock::now();
        connection.control("BEGIN IMMEDIATE");
        connection.execute(insert_client, row(++id));
        connection.control("COMMIT");
        times.push_back(micros(Clock::now() - started));
    }
    std::sort(times.begin(), times.end());
    return {static_cast<double>(times.size()) / std::chrono::duration<double>(measured_for).count(),
            times[times.size() * 99 / 100]};
}

void print(const std::string& what, const Measure& measure, double reference)
{
    std::cout << R"({"measure":"committed_writes","who":")" << what << R"(","per_second":)"
              << static_cast<std::int64_t>(measure.per_second) << R"(,"p99_us":)"
              << static_cast<std::int64_t>(measure.p99_us) << R"(,"times_one_client":)"
              << measure.per_second / reference << "}\n";
}

} // namespace

int main(int count, char** words)
{
    const std::filesystem::path folder =
        count > 1 ? words[1] : std::filesystem::temp_directory_path();
    const auto file =
        folder /
        ("etabli-bench-" + std::to_string(Clock::now().time_since_epoch().count()) + ".sqlite");
    const db::DatabaseOptions options{.url = "sqlite:" + file.string()};
    db::migrate(options, db::test_schema::files);
    std::atomic<std::int64_t> id = 0;
    const auto alone = plain(options, id);
    {
        const auto database = db::Database::open(options);
        const auto one = by_clients(*database, 1, id);
        print("plain connection", alone, one.per_second);
        print("1 client", one, one.per_second);
        print("8 clients", by_clients(*database, 8, id), one.per_second);
        print("32 clients", by_clients(*database, 32, id), one.per_second);
        print("64 clients", by_clients(*database, 64, id), one.per_second);
    }
    for (const auto* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix);
}
