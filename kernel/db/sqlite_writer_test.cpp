#include "kernel/base/refusal.hpp"
#include "kernel/base/story_clock.hpp"
#include "kernel/db/database.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <array>
#include <atomic>
#include <latch>
#include <thread>

namespace
{

const auto workspace_1 = db::Scope::of_workspace(1);

void add_client(db::Connection& connection, std::int64_t id)
{
    connection.execute(
        {"test.add_client", "INSERT INTO client (workspace_id, id, name) VALUES (1, :id, :name)"},
        {{"id", id}, {"name", std::to_string(id)}});
}

void add_orphan_visit(db::Connection& connection, std::int64_t id)
{
    connection.execute(
        {"test.add_visit", "INSERT INTO visit (workspace_id, id, client_id) VALUES (1, :id, 404)"},
        {{"id", id}});
}

std::vector<std::int64_t> clients_of(db::Database& database)
{
    std::vector<std::int64_t> ids;
    database.read(workspace_1, [&](db::Connection& connection) {
        const auto rows = connection.open(
            {"test.clients", "SELECT id FROM client WHERE workspace_id = 1 ORDER BY id"}, {});
        while (rows->next())
            ids.push_back(rows->integer(0));
    });
    return ids;
}

/// Runs the closures in one batch: the writer is held by another until all of them wait.
/// What each threw, by position.
template <std::size_t N>
std::array<std::exception_ptr, N>
run_in_one_batch(db::Database& database, const std::array<db::Database::Work, N>& closures)
{
    std::latch held{1};
    std::latch all_wait{1};
    std::thread holder{[&] {
        database.write(workspace_1, [&](db::Connection&) {
            if (!held.try_wait()) held.count_down();
            all_wait.wait();
        });
    }};
    held.wait();
    std::array<std::exception_ptr, N> thrown;
    std::vector<std::thread> clients;
    for (std::size_t n = 0; n < N; ++n) {
        clients.emplace_back([&, n] {
            try {
                database.write(workspace_1, closures[n]);
            } catch (...) {
                thrown[n] = std::current_exception();
            }
        });
        std::this_thread::sleep_for(std::chrono::milliseconds{5}); // in this order
    }
    all_wait.count_down();
    for (auto& client : clients)
        client.join();
    holder.join();
    return thrown;
}

auto fresh()
{
    return test_support::fresh_database(db::Engine::Sqlite, db::test_schema::files);
}

} // namespace

TEST_CASE("A refusal in a batch undoes only itself")
{
    const auto database = fresh();
    std::atomic<int> runs = 0;
    const auto thrown = run_in_one_batch<3>(
        **database, {[&](db::Connection& connection) {
                         ++runs;
                         add_client(connection, 1);
                     },
                     [](db::Connection& connection) {
                         add_client(connection, 2);
                         throw base::Refusal{"test.refusal"};
                     },
                     [](db::Connection& connection) { add_client(connection, 3); }});
    CHECK_FALSE(thrown[0]);
    CHECK_THROWS_AS(std::rethrow_exception(thrown[1]), base::Refusal);
    CHECK_FALSE(thrown[2]);
    CHECK(clients_of(**database) == std::vector<std::int64_t>{1, 3});
    CHECK(runs == 1);
}

TEST_CASE("A commit that fails replays the batch one by one, and only the guilty one is told")
{
    const auto database = fresh();
    std::atomic<int> runs = 0;
    const auto thrown = run_in_one_batch<4>(
        **database, {[&](db::Connection& connection) {
                         ++runs;
                         add_client(connection, 1);
                     },
                     [](db::Connection& connection) { add_orphan_visit(connection, 2); },
                     [](db::Connection& connection) {
                         add_client(connection, 3);
                         throw base::Refusal{"test.refusal"};
                     },
                     [](db::Connection& connection) { add_client(connection, 4); }});
    CHECK_FALSE(thrown[0]);
    CHECK_THROWS_AS(std::rethrow_exception(thrown[1]), db::ConstraintViolation);
    CHECK_THROWS_AS(std::rethrow_exception(thrown[2]), base::Refusal);
    CHECK_FALSE(thrown[3]);
    CHECK(clients_of(**database) == std::vector<std::int64_t>{1, 4});
    CHECK(runs == 2);
}

TEST_CASE_ENGINES("Going on after a statement failed is refused, on SQLite as PostgreSQL does")
{
    const auto database = test_support::fresh_database(engine, db::test_schema::files);
    const auto add_twice = [](db::Connection& connection) {
        add_client(connection, 1);
        CHECK_THROWS_AS(add_client(connection, 1), db::ConstraintViolation);
    };
    CHECK_THROWS_AS((*database)->write(workspace_1, add_twice), std::logic_error);
    CHECK_THROWS_AS((*database)->write(workspace_1,
                                       [&](db::Connection& connection) {
                                           add_twice(connection);
                                           add_client(connection, 2);
                                       }),
                    std::logic_error);
    CHECK(clients_of(**database).empty());
}

TEST_CASE_ENGINES("What somebody tells is written at its hour, whoever writes it")
{
    const auto database = test_support::fresh_database(engine, db::test_schema::files);
    const base::Instant then{1'700'000'000'000'000};
    base::Instant seen;
    const auto look = [&](db::Connection&) { seen = base::now(); };
    {
        const base::StoryClock clock{then};
        (*database)->write(workspace_1, look);
        CHECK(seen == then);
    }
    (*database)->write(workspace_1, look);
    CHECK(seen > then);
}

TEST_CASE("A second server on the same SQLite file is refused")
{
    const auto database = fresh();
    auto options = database->options();
    options.exclusive = true;
    auto server = db::Database::open(options);
    CHECK_THROWS_AS(db::Database::open(options), db::Unavailable);
    server.reset();
    CHECK_NOTHROW(db::Database::open(options));
}
