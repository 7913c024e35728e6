#include "tests/faults/ledger.hpp"

#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/url.hpp"

#include <algorithm>

namespace faults
{

namespace
{

const auto workspace = db::Scope::of_workspace(1);

constexpr db::Query insert_client{"faults.client",
                                  "INSERT INTO client (workspace_id, id, name, note) "
                                  "VALUES (:workspace, :id, :name, :note)"};
constexpr db::Query insert_visit{"faults.visit", "INSERT INTO visit (workspace_id, id, client_id) "
                                                 "VALUES (:workspace, :id, :client)"};
constexpr db::Query select_clients{"faults.clients",
                                   "SELECT id FROM client WHERE workspace_id = :workspace"};
constexpr db::Query count_halves{
    "faults.halves",
    "SELECT count(*) FROM client c LEFT JOIN visit v ON v.workspace_id = c.workspace_id "
    "AND v.client_id = c.id WHERE c.workspace_id = :workspace AND v.id IS NULL"};

} // namespace

std::int64_t add_pair(db::Database& database, const std::string& text)
{
    auto& ids = database.ids();
    std::int64_t id = 0;
    database.write(workspace, [&](db::Connection& connection) {
        id = ids.next();
        connection.execute(insert_client, {{"workspace", workspace.workspace},
                                           {"id", id},
                                           {"name", std::to_string(id)},
                                           {"note", text}});
        connection.execute(
            insert_visit, {{"workspace", workspace.workspace}, {"id", ids.next()}, {"client", id}});
    });
    return id;
}

Stored read_stored(db::Database& database)
{
    Stored stored;
    database.read(workspace, [&](db::Connection& connection) {
        {
            const auto rows = connection.open(select_clients, {{"workspace", workspace.workspace}});
            while (rows->next())
                stored.clients.insert(rows->integer(0));
        }
        const auto rows = connection.open(count_halves, {{"workspace", workspace.workspace}});
        if (rows->next()) stored.halves = rows->integer(0);
    });
    return stored;
}

std::string integrity_of(const db::DatabaseOptions& sqlite)
{
    db::SqliteConnection connection{
        {.file = db::sqlite_file_of(sqlite.url), .role = db::SqliteConnection::Role::Migration}};
    const auto rows = connection.open(
        {"faults.integrity", "SELECT integrity_check FROM pragma_integrity_check"}, {});
    return rows->next() ? std::string{rows->text(0)} : "no answer";
}

std::int64_t lost(const std::set<std::int64_t>& acknowledged, const std::set<std::int64_t>& stored)
{
    return std::count_if(acknowledged.begin(), acknowledged.end(),
                         [&](auto id) { return !stored.contains(id); });
}

} // namespace faults
