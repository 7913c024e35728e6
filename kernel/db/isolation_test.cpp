#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/postgres_roles.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <thread>

// The plan of attack T3 to T8: what keeps one workspace's rows from another's.

namespace
{

constexpr db::Query insert_client{
    "test.insert_client",
    "INSERT INTO client (workspace_id, id, name) VALUES (:workspace, :id, :name)"};
constexpr db::Query insert_visit{
    "test.insert_visit",
    "INSERT INTO visit (workspace_id, id, client_id) VALUES (:workspace, :id, :client)"};
constexpr db::Query count_everything{"test.count_everything", "SELECT count(*) FROM client"};

auto fresh(db::Engine engine)
{
    return test_support::fresh_database(engine, db::test_schema::files);
}

void add_client(db::Database& database, std::int64_t workspace, std::int64_t id, const char* name)
{
    database.write(db::Scope::of_workspace(workspace), [&](db::Connection& connection) {
        connection.execute(insert_client, {{"workspace", workspace}, {"id", id}, {"name", name}});
    });
}

std::int64_t number(db::Connection& connection, const db::Query& query)
{
    const auto rows = connection.open(query, {});
    REQUIRE(rows->next());
    return rows->integer(0);
}

std::int64_t visible_to(db::Database& database, std::int64_t workspace)
{
    std::int64_t count = -1;
    database.read(db::Scope::of_workspace(workspace), [&](db::Connection& connection) {
        count = number(connection, count_everything);
    });
    return count;
}

db::PostgresConnection owner_of(const test_support::FreshDatabase& database)
{
    return db::PostgresConnection{db::postgres_parameters(database.options().url)};
}

db::PostgresConnection app_role_of(const test_support::FreshDatabase& database)
{
    const auto role = db::postgres_roles(database.options()).workspace;
    return db::PostgresConnection{db::parameters_of_role(database.options(), role)};
}

} // namespace

TEST_CASE("Every table of the product that has workspace_id forces row-level security, both ways")
{
    const auto database = test_support::fresh_database(db::Engine::Postgres);
    auto owner = owner_of(*database);
    CHECK(number(owner, {"test.tables", R"sql(
        SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
        JOIN schema_table s ON s.name = c.relname
        WHERE a.attname = 'workspace_id' AND s.kind IN ('shared', 'business'))sql"}) > 0);
    CHECK(number(owner, {"test.holes", R"sql(
        SELECT count(*) FROM pg_class c JOIN schema_table s ON s.name = c.relname
        WHERE s.kind IN ('shared', 'business') AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'rows_of_workspace'
                      AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)))sql"}) == 0);
    CHECK(number(owner, {"test.views", R"sql(
        SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind = 'v'
          AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), FALSE))sql"}) == 0);
}

TEST_CASE("The app roles own nothing, are no superusers and cannot go round row-level security")
{
    const auto database = fresh(db::Engine::Postgres);
    const auto roles = db::postgres_roles(database->options());
    auto owner = owner_of(*database);
    for (const auto& role : {roles.platform, roles.workspace}) {
        const auto rows = owner.open({"test.role", R"sql(
            SELECT (SELECT count(*) FROM pg_class WHERE relowner = r.oid), r.rolsuper OR r.rolbypassrls OR
                   r.rolcreaterole OR r.rolcreatedb OR r.rolinherit,
                   (SELECT count(*) FROM pg_auth_members m WHERE m.member = r.oid)
            FROM pg_roles r WHERE r.rolname = :role)sql"},
                                     {{"role", role}});
        REQUIRE(rows->next());
        CHECK(rows->integer(0) == 0);
        CHECK_FALSE(rows->boolean(1));
        CHECK(rows->integer(2) == 0);
    }
}

TEST_CASE_ENGINES("A foreign key cannot point at another workspace's row")
{
    const auto database = fresh(engine);
    add_client(**database, 1, 10, "Léa");
    const auto visit_from = [&](std::int64_t workspace) {
        (*database)->write(db::Scope::of_workspace(workspace), [&](db::Connection& connection) {
            connection.execute(insert_visit, {{"workspace", workspace}, {"id", 1}, {"client", 10}});
        });
    };
    CHECK_NOTHROW(visit_from(1));
    CHECK_THROWS_AS(visit_from(2), db::ConstraintViolation);
}

TEST_CASE_ENGINES("What is unique is unique in its workspace: another one's ids and names are free")
{
    const auto database = fresh(engine);
    add_client(**database, 1, 10, "Martin");
    CHECK_NOTHROW(add_client(**database, 2, 10, "Martin"));
    CHECK_THROWS_AS(add_client(**database, 2, 11, "Martin"), db::ConstraintViolation);
}

TEST_CASE("A forgotten WHERE shows no other workspace's rows, and writing them is refused")
{
    const auto database = fresh(db::Engine::Postgres);
    add_client(**database, 1, 10, "Martin");
    CHECK(visible_to(**database, 1) == 1);
    CHECK(visible_to(**database, 2) == 0);
    CHECK_THROWS_AS((*database)->write(db::Scope::of_workspace(2),
                                       [](db::Connection& connection) {
                                           connection.execute(insert_client,
                                                              {{"workspace", 1},
                                                               {"id", 11},
                                                               {"name", "intruder"}});
                                       }),
                    std::logic_error);
    (*database)->write(db::Scope::of_workspace(2), [](db::Connection& connection) {
        CHECK(connection.execute({"test.update", "UPDATE client SET name = 'x'"}, {}) == 0);
        CHECK(connection.execute({"test.delete", "DELETE FROM client"}, {}) == 0);
        CHECK(number(connection, {"test.view", "SELECT count(*) FROM published_client"}) == 0);
    });
    CHECK(visible_to(**database, 1) == 1);
}

TEST_CASE("One connection lent to two workspaces in turn never shows the other's rows")
{
    const auto fixture = fresh(db::Engine::Postgres);
    auto options = fixture->options();
    options.readers_max = 1;
    const auto database = db::Database::open(options);
    add_client(*database, 1, 10, "Martin");
    auto owner = owner_of(*fixture);
    const auto workspace_1 = db::Scope::of_workspace(1);
    const auto count = [](db::Connection& connection) {
        CHECK(number(connection, count_everything) == 1);
    };
    for (int turn = 0; turn < 400; ++turn) {
        switch (turn % 4) {
        case 0:
            database->write(workspace_1, count);
            break;
        case 1:
            CHECK_THROWS_AS(database->write(workspace_1,
                                            [&](db::Connection& connection) {
                                                count(connection);
                                                throw std::runtime_error("aborted by the closure");
                                            }),
                            std::runtime_error);
            break;
        case 2:
            CHECK_THROWS_AS(
                database->write(workspace_1,
                                [&](db::Connection& connection) {
                                    count(connection);
                                    connection.execute({"test.error", "SELECT 1 / 0"}, {});
                                }),
                std::runtime_error);
            break;
        default:
            CHECK_THROWS_AS(
                database->read(
                    workspace_1,
                    [&](db::Connection& connection) {
                        count(connection);
                        owner.script("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                     "WHERE application_name = 'etabli' AND "
                                     "datname = current_database() AND usename LIKE '%workspace'");
                        throw std::runtime_error("client gone");
                    }),
                std::runtime_error);
        }
        REQUIRE(visible_to(*database, 2) == 0);
    }
    MESSAGE("400 alternations on one connection, 0 leaks");
}

TEST_CASE("Without a context the app role sees no row and no error")
{
    const auto database = fresh(db::Engine::Postgres);
    add_client(**database, 1, 10, "Martin");
    auto connection = app_role_of(*database);
    CHECK(number(connection, count_everything) == 0);
    connection.begin(db::Scope::of_workspace(1), db::PostgresConnection::Access::Write);
    CHECK(number(connection, count_everything) == 1);
    connection.rollback();
    CHECK(number(connection, count_everything) == 0);
    connection.begin(db::Scope::of_workspace(1), db::PostgresConnection::Access::Write);
    CHECK(number(connection, count_everything) == 1);
    connection.commit();
    CHECK(number(connection, count_everything) == 0);
}

TEST_CASE("A plan prepared for one workspace serves another without its rows")
{
    const auto database = fresh(db::Engine::Postgres);
    add_client(**database, 1, 10, "Martin");
    for (int turn = 0; turn < 20; ++turn) { // a generic plan comes after five
        CHECK(visible_to(**database, 1) == 1);
        CHECK(visible_to(**database, 2) == 0);
    }
}

TEST_CASE("The server refuses the app role what goes round row-level security")
{
    const auto database = fresh(db::Engine::Postgres);
    add_client(**database, 1, 10, "Martin");
    const auto roles = db::postgres_roles(database->options());
    for (const auto& sql : std::vector{std::string{"TRUNCATE client"},
                                       std::string{"ALTER TABLE client DISABLE ROW LEVEL SECURITY"},
                                       std::string{"DROP POLICY rows_of_workspace ON client"},
                                       "SET ROLE \"" + roles.platform + "\"",
                                       std::string{"SET SESSION AUTHORIZATION postgres"},
                                       std::string{"CREATE TABLE public.mine (id BIGINT)"},
                                       std::string{"CREATE FUNCTION mine() RETURNS bigint LANGUAGE "
                                                   "sql SECURITY DEFINER AS 'SELECT 1::bigint'"},
                                       std::string{"SELECT * FROM pg_read_file('PG_VERSION')"},
                                       std::string{"COPY client TO '/tmp/client'"}}) {
        CAPTURE(sql);
        CHECK_THROWS_AS(app_role_of(*database).script(sql), std::logic_error);
    }
    auto connection = app_role_of(*database);
    CHECK_THROWS(connection.script("SET row_security = off; SELECT count(*) FROM client"));
}

TEST_CASE_ENGINES("A closure can neither end its transaction nor leave the language of rows")
{
    const auto database = fresh(engine);
    for (const auto* sql :
         {"COMMIT", "ROLLBACK", "COPY client TO STDOUT", "TRUNCATE client", "SET ROLE postgres",
          "ATTACH DATABASE 'x' AS y", "PRAGMA foreign_keys = OFF", "SELECT 1; SELECT 2"}) {
        CAPTURE(sql);
        CHECK_THROWS(
            (*database)->write(db::Scope::of_workspace(1), [&](db::Connection& connection) {
                connection.execute({"test.probe", sql}, {});
            }));
    }
}
