#include "kernel/db/workspace_rows.hpp"

#include "kernel/base/text.hpp"
#include "kernel/db/migration_plan.hpp"
#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/snapshot.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/url.hpp"

#include <algorithm>
#include <array>

namespace db
{
namespace
{

/// More columns than any primary key here has.
constexpr std::array<std::string_view, 6> after_names{"after0", "after1", "after2",
                                                      "after3", "after4", "after5"};

struct KnownTable {
    std::string name;
    TableKind kind = TableKind::Business;
};

/// Once each, in the order in which they are first created: SQLite makes some again.
std::vector<KnownTable> created_tables(std::span<const base::EmbeddedFile> migrations,
                                       Engine engine)
{
    const auto plan = plan_migrations(migrations, engine);
    TableKinds kinds; // a later migration may have made a log of a table
    for (const auto& migration : plan)
        for (const auto& [table, kind] : migration.declared)
            kinds[table] = kind;
    std::vector<KnownTable> tables;
    for (const auto& migration : plan) {
        std::vector<std::pair<std::size_t, std::string>> created;
        for (const auto& [table, kind] : migration.declared)
            if (const auto at = migration.sql.find("CREATE TABLE " + table);
                at != std::string::npos)
                created.emplace_back(at, table);
        std::ranges::sort(created);
        for (auto& [at, table] : created)
            if (std::ranges::find(tables, table, &KnownTable::name) == tables.end())
                tables.push_back({table, kinds[table]});
    }
    return tables;
}

bool is_of_workspaces(TableKind kind)
{
    return kind == TableKind::Shared || kind == TableKind::Business || kind == TableKind::Log;
}

std::string joined(const std::vector<std::string>& parts)
{
    return base::join(parts, ", ");
}

std::vector<std::string> key_names(const TableLayout& table)
{
    std::vector<std::string> names;
    for (const auto at : table.key)
        names.push_back(table.columns[at].name);
    return names;
}

/// Text is compared by its bytes: what SQLite does by itself.
std::string ordering(const TableLayout& table, Engine engine)
{
    std::vector<std::string> parts;
    for (const auto at : table.key) {
        const auto& column = table.columns[at];
        const bool is_to_say = engine == Engine::Postgres && column.type == ColumnType::Text;
        parts.push_back(column.name + (is_to_say ? " COLLATE \"C\"" : ""));
    }
    return joined(parts);
}

std::string select_sql(const TableLayout& table, Engine engine, bool is_first)
{
    std::vector<std::string> columns;
    for (const auto& column : table.columns)
        columns.push_back(column.name);
    auto sql =
        "SELECT " + joined(columns) + " FROM " + table.name + " WHERE workspace_id = :workspace";
    if (table.key.empty()) return sql + " LIMIT :limit";
    const auto order = ordering(table, engine);
    if (!is_first) {
        std::vector<std::string> places;
        for (std::size_t at = 0; at < table.key.size(); ++at)
            places.push_back(":" + std::string{after_names.at(at)});
        sql.append(" AND (").append(order).append(") > (").append(joined(places)).append(")");
    }
    return sql + " ORDER BY " + order + " LIMIT :limit";
}

Value cell(const Rows& row, int at, ColumnType type)
{
    if (row.is_null(at)) return nullptr;
    if (type == ColumnType::Integer) return row.integer(at);
    if (type == ColumnType::Boolean) return row.boolean(at);
    return std::string{row.text(at)};
}

std::string erase_some_sql(const TableLayout& table)
{
    const auto head = "DELETE FROM " + table.name + " WHERE workspace_id = :workspace";
    if (table.key.empty()) return head;
    const auto key = joined(key_names(table));
    return head + " AND (" + key + ") IN (SELECT " + key + " FROM " + table.name +
           " WHERE workspace_id = :workspace LIMIT :limit)";
}

} // namespace

std::vector<std::string> workspace_tables(std::span<const base::EmbeddedFile> migrations,
                                          Engine engine)
{
    std::vector<std::string> tables;
    for (auto& table : created_tables(migrations, engine))
        if (is_of_workspaces(table.kind) && table.kind != TableKind::Log)
            tables.push_back(std::move(table.name));
    std::ranges::reverse(tables);
    return tables;
}

std::vector<WorkspaceTable> workspace_layouts(const DatabaseOptions& options,
                                              std::span<const base::EmbeddedFile> migrations)
{
    const auto snapshot = open_snapshot(options);
    std::vector<WorkspaceTable> tables;
    for (const auto& table : created_tables(migrations, snapshot->engine()))
        if (is_of_workspaces(table.kind))
            if (auto layout = snapshot->layout(table.name); !layout.columns.empty())
                tables.push_back({.kind = table.kind, .layout = std::move(layout)});
    return tables;
}

std::int64_t erase_rows(Transaction& tx, const std::string& table)
{
    const auto sql = "DELETE FROM " + table + " WHERE workspace_id = :workspace";
    return tx.execute({"db.erase_rows", sql});
}

std::int64_t erase_some_rows(Transaction& tx, const TableLayout& table, std::int64_t limit)
{
    const auto sql = erase_some_sql(table);
    if (table.key.empty()) return tx.execute({"db.erase_some_rows", sql});
    return tx.execute({"db.erase_some_rows", sql}, {{"limit", limit}});
}

std::int64_t erase_some_log_rows(const DatabaseOptions& options, const TableLayout& table,
                                 std::int64_t workspace, std::int64_t limit)
{
    const auto sql = erase_some_sql(table);
    const Query query{"db.erase_some_log_rows", sql};
    Binds binds{{"workspace", workspace}};
    if (!table.key.empty()) binds.emplace_back("limit", limit);
    if (engine_of(options.url) == Engine::Sqlite) {
        SqliteConnection owner{{.file = sqlite_file_of(options.url),
                                .role = SqliteConnection::Role::Migration,
                                .busy_timeout = options.busy_timeout,
                                .kinds = nullptr}};
        return owner.execute(query, binds);
    }
    PostgresConnection owner{postgres_parameters(options.url)};
    return owner.execute(query, binds);
}

std::vector<Cells> rows_after(Transaction& tx, const TableLayout& table, const Cells& after,
                              std::int64_t limit)
{
    const auto sql = select_sql(table, tx.engine(), after.empty());
    Binds binds{{"workspace", tx.scope().workspace}, {"limit", limit}};
    if (!after.empty())
        for (std::size_t at = 0; at < table.key.size(); ++at)
            binds.emplace_back(after_names.at(at), after[table.key[at]]);
    const auto rows = tx.connection().open({"db.rows_after", sql}, binds);
    std::vector<Cells> found;
    while (rows->next()) {
        Cells cells;
        for (const auto& column : table.columns)
            cells.push_back(cell(*rows, static_cast<int>(cells.size()), column.type));
        found.push_back(std::move(cells));
    }
    return found;
}

void insert_row(Transaction& tx, const TableLayout& table, const Cells& row)
{
    std::vector<std::string> names{"workspace_id"};
    std::vector<std::string> places{":workspace"};
    Binds binds;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const auto& name = table.columns[at].name;
        names.push_back(name);
        places.push_back(":" + name);
        binds.emplace_back(name, row[at]);
    }
    const auto sql =
        "INSERT INTO " + table.name + " (" + joined(names) + ") VALUES (" + joined(places) + ")";
    tx.execute({"db.insert_row", sql}, std::move(binds));
}

} // namespace db
