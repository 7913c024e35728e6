#include "kernel/db/test_schema.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <algorithm>
#include <array>

namespace
{

constexpr db::Query insert_client{
    "test.erasable_client",
    "INSERT INTO client (workspace_id, id, name) VALUES (:workspace, 1, 'Martin')"};
constexpr db::Query insert_visit{
    "test.erasable_visit",
    "INSERT INTO visit (workspace_id, id, client_id) VALUES (:workspace, 1, 1)"};
constexpr db::Query count_visits{"test.count_visits",
                                 "SELECT count(*) FROM visit WHERE workspace_id = :workspace"};

/// Runs `work` on a transaction of that workspace.
template <class Work>
void in_workspace(db::Database& database, std::int64_t workspace, Work work)
{
    const auto scope = db::Scope::of_workspace(workspace);
    database.write(scope, [&](db::Connection& connection) {
        db::Transaction tx{connection, scope, database.ids()};
        work(tx);
    });
}

void fill(db::Database& database, std::int64_t workspace)
{
    in_workspace(database, workspace, [](db::Transaction& tx) {
        tx.execute(insert_client);
        tx.execute(insert_visit);
    });
}

std::int64_t visits(db::Database& database, std::int64_t workspace)
{
    std::int64_t count = -1;
    in_workspace(database, workspace, [&](db::Transaction& tx) {
        count = tx.value<std::int64_t>(count_visits).value_or(-1);
    });
    return count;
}

} // namespace

TEST_CASE("What refers to a table is listed before it, and platform tables are not")
{
    const auto tables = db::workspace_tables(db::test_schema::files, db::Engine::Sqlite);
    CHECK(tables == std::vector<std::string>{"visit", "client", "membership"});
}

TEST_CASE("A log is not among the tables that are emptied, even when it was made one later")
{
    const std::array files{
        base::EmbeddedFile{"a/20260101000000_a_create.sql",
                           "-- table: note shared\nCREATE TABLE note ();\n-- table: trace log\n"
                           "CREATE TABLE trace ();\n"},
        base::EmbeddedFile{"a/20260102000000_a_keep.sql", "-- table: note log\n"}};
    CHECK(db::workspace_tables(files, db::Engine::Sqlite).empty());
}

TEST_CASE("A table made again is listed once, where it was first made")
{
    const std::array files{base::EmbeddedFile{"a/20260101000000_a_create.sql",
                                              "-- table: note business\nCREATE TABLE note ();\n"
                                              "-- table: visit business\nCREATE TABLE visit ();\n"},
                           base::EmbeddedFile{"a/20260102000000_a_widen.sql",
                                              "-- table: note business\nCREATE TABLE note ();\n"}};
    CHECK(db::workspace_tables(files, db::Engine::Sqlite) ==
          std::vector<std::string>{"visit", "note"});
}

TEST_CASE_ENGINES("Emptying a workspace leaves the rows of the others")
{
    const auto database = test_support::fresh_database(engine, db::test_schema::files);
    fill(**database, 1);
    fill(**database, 2);
    std::int64_t erased = 0;
    for (const auto& table : db::workspace_tables(db::test_schema::files, engine))
        in_workspace(**database, 1,
                     [&](db::Transaction& tx) { erased += db::erase_rows(tx, table); });
    CHECK(erased == 2);
    CHECK(visits(**database, 1) == 0);
    CHECK(visits(**database, 2) == 1);
}
