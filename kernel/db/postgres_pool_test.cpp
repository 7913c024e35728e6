#include "kernel/db/postgres_pool.hpp"
#include "kernel/db/postgres_roles.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"

#include <doctest.h>

#include <atomic>
#include <barrier>
#include <thread>

namespace
{

const auto workspace_1 = db::Scope::of_workspace(1);

auto fresh()
{
    return test_support::fresh_database(db::Engine::Postgres, db::test_schema::files);
}

void add_client(db::Connection& connection, std::int64_t id)
{
    connection.execute(
        {"test.add_client", "INSERT INTO client (workspace_id, id, name) VALUES (1, :id, :name)"},
        {{"id", id}, {"name", std::to_string(id)}});
}

void touch(db::Connection& connection, std::int64_t id)
{
    connection.execute(
        {"test.touch", "UPDATE client SET note = coalesce(note, '') || 'x' WHERE id = :id"},
        {{"id", id}});
}

void cut_every_connection(const test_support::FreshDatabase& database)
{
    db::PostgresConnection owner{db::postgres_parameters(database.options().url)};
    owner.script("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                 "WHERE datname = current_database() AND pid <> pg_backend_pid()");
}

} // namespace

TEST_CASE("Two closures that deadlock both succeed: the loser runs again")
{
    const auto database = fresh();
    (*database)->write(workspace_1, [](db::Connection& connection) {
        add_client(connection, 1);
        add_client(connection, 2);
    });
    std::barrier both_hold_one{2};
    std::atomic<int> runs = 0;
    const auto cross = [&](std::int64_t first, std::int64_t second) {
        (*database)->write(workspace_1, [&](db::Connection& connection) {
            touch(connection, first);
            if (++runs <= 2) both_hold_one.arrive_and_wait();
            touch(connection, second);
        });
    };
    std::thread other{[&] { cross(2, 1); }};
    CHECK_NOTHROW(cross(1, 2));
    other.join();
    CHECK(runs.load() >= 3);
}

TEST_CASE("A closure that never succeeds is tried five times")
{
    const auto database = fresh();
    int runs = 0;
    CHECK_THROWS_AS((*database)->write(workspace_1,
                                       [&](db::Connection&) {
                                           ++runs;
                                           throw db::SerializationFailure{"again"};
                                       }),
                    db::Unavailable);
    CHECK(runs == 5);
}

TEST_CASE("Connections the server closed are replaced, and a closure cut half-way runs again")
{
    const auto database = fresh();
    (*database)->write(workspace_1, [](db::Connection& connection) { add_client(connection, 1); });
    cut_every_connection(*database);
    CHECK_NOTHROW((*database)->write(
        workspace_1, [](db::Connection& connection) { add_client(connection, 2); }));
    int runs = 0;
    CHECK_NOTHROW((*database)->write(workspace_1, [&](db::Connection& connection) {
        add_client(connection, 3);
        if (++runs == 1) cut_every_connection(*database);
        add_client(connection, 4);
    }));
    CHECK(runs == 2);
}

TEST_CASE("When every connection stays in use the next one is told, not kept waiting for ever")
{
    const auto fixture = fresh();
    auto options = fixture->options();
    options.readers_max = 1;
    options.busy_timeout = std::chrono::milliseconds{50};
    const auto database = db::Database::open(options);
    database->read(workspace_1, [&](db::Connection&) {
        std::thread other{[&] {
            CHECK_THROWS_AS(database->read(workspace_1, [](db::Connection&) {}), db::Unavailable);
        }};
        other.join();
    });
}

TEST_CASE("A server that would lose acknowledged work is refused, unless a test asks for it")
{
    const auto database = fresh();
    db::PostgresConnection owner{db::postgres_parameters(database->options().url)};
    const auto rows =
        owner.open({"test.fsync", "SELECT setting FROM pg_settings WHERE name = 'fsync'"}, {});
    REQUIRE(rows->next());
    auto options = database->options();
    options.durability = db::DatabaseOptions::Durability::Required;
    if (rows->text(0) == "off")
        CHECK_THROWS_WITH(db::Database::open(options), doctest::Contains("power cut"));
    else
        CHECK_NOTHROW(db::Database::open(options));
}

TEST_CASE("A wrong secret cannot connect as an app role")
{
    const auto database = fresh();
    auto options = database->options();
    options.role_secret = "another secret";
    CHECK_THROWS_AS(db::Database::open(options), db::Unavailable);
}
