#include "kernel/db/snapshot.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "modules/portability/places.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace
{

/// Platform tables that name a workspace: carried or forgotten by kernel/auth/transfers.hpp.
const std::set<std::string> of_the_platform{"consent", "host_name", "token"};

std::vector<db::WorkspaceTable> tables_of(const test_support::FreshDatabase& database)
{
    return db::workspace_layouts(database.options(), base::embedded_migrations());
}

bool is_withheld(const std::string& table, const std::string& column)
{
    return std::ranges::any_of(portability::withheld(), [&](const auto& value) {
        return value.table == table && value.column == column;
    });
}

bool is_harmless(const std::string& name)
{
    const auto& known = portability::harmless();
    return std::ranges::find(known, name) != known.end();
}

} // namespace

TEST_CASE_ENGINES("every table that names a workspace has its place in the export")
{
    const auto fresh = test_support::fresh_database(engine); // AUD-020
    std::set<std::string> placed = of_the_platform;
    for (const auto& table : tables_of(*fresh))
        placed.insert(table.layout.name);
    const auto snapshot = db::open_snapshot(fresh->options());
    std::size_t with_workspace = 0;
    for (const auto& table : snapshot->tables()) {
        const auto columns = snapshot->read(table, {}).columns;
        if (std::ranges::find(columns, "workspace_id") == columns.end()) continue;
        ++with_workspace;
        CHECK_MESSAGE(placed.contains(table), table, " has no place in the export");
    }
    CHECK(with_workspace == placed.size());
    CHECK(with_workspace > 40);
}

TEST_CASE_ENGINES("a column that sounds like a secret is withheld, or was judged harmless")
{
    const auto fresh = test_support::fresh_database(engine); // AUD-020
    for (const auto& [kind, table] : tables_of(*fresh)) {
        if (portability::find_left_out(table.name) != nullptr) continue;
        for (const auto& column : table.columns) {
            if (!portability::sounds_secret(column.name)) continue;
            const auto name = table.name + "." + column.name;
            const bool is_judged = is_withheld(table.name, column.name) || is_harmless(name);
            CHECK_MESSAGE(is_judged, name, " goes out as it is");
        }
    }
}

TEST_CASE_ENGINES("what stays out of the export exists")
{
    const auto fresh = test_support::fresh_database(engine);
    std::set<std::string> columns;
    for (const auto& [kind, table] : tables_of(*fresh)) {
        columns.insert(table.name);
        for (const auto& column : table.columns)
            columns.insert(table.name + "." + column.name);
    }
    for (const auto& table : portability::left_out())
        CHECK_MESSAGE(columns.contains(std::string{table.table}), table.table);
    for (const auto& value : portability::withheld())
        CHECK_MESSAGE(columns.contains(std::string{value.table} + "." + std::string{value.column}),
                      value.table, ".", value.column);
    for (const auto name : portability::harmless())
        CHECK_MESSAGE(columns.contains(std::string{name}), name);
}

TEST_CASE_ENGINES("both engines describe the same tables, column by column")
{
    const auto here = test_support::fresh_database(engine);
    const auto there = test_support::fresh_database(
        engine == db::Engine::Sqlite ? db::Engine::Postgres : db::Engine::Sqlite);
    const auto ours = tables_of(*here);
    const auto theirs = tables_of(*there);
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t at = 0; at < ours.size(); ++at) {
        const auto& mine = ours[at].layout;
        const auto& other = theirs[at].layout;
        CHECK(mine.name == other.name);
        CHECK(mine.key == other.key);
        REQUIRE(mine.columns.size() == other.columns.size());
        for (std::size_t n = 0; n < mine.columns.size(); ++n) {
            CHECK(mine.columns[n].name == other.columns[n].name);
            CHECK(mine.columns[n].type == other.columns[n].type);
            CHECK_MESSAGE(mine.columns[n].is_nullable == other.columns[n].is_nullable, mine.name,
                          ".", mine.columns[n].name);
        }
    }
}
