#include "tests/load/seed_store.hpp"

#include "kernel/db/sqlite_connection.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::int64_t rows_of_a_transaction = 50'000;

constexpr db::Query columns_of{"load.columns", R"sql(
    -- all workspaces: the engine's catalogue
    SELECT name FROM pragma_table_info(:table) ORDER BY cid
)sql"};
constexpr db::Query count_tickets{"load.tickets", R"sql(
    SELECT count(*) FROM tickets_ticket
     WHERE workspace_id = (SELECT id FROM workspace WHERE slug = :slug)
)sql"};
constexpr db::Query count_workspaces{"load.workspaces", R"sql(
    -- all workspaces: their number
    SELECT count(*) FROM workspace
)sql"};

constexpr db::Query id_of_workspace{"load.workspace", R"sql(
    -- all workspaces: the slug says which one
    SELECT id FROM workspace WHERE slug = :slug
)sql"};
constexpr db::Query count_messages{"load.messages", R"sql(
    SELECT (SELECT count(*) FROM tickets_message WHERE workspace_id = :workspace)
         + (SELECT count(*) FROM tickets_note WHERE workspace_id = :workspace)
         + (SELECT count(*) FROM tickets_ticket WHERE workspace_id = :workspace)
)sql"};
constexpr db::Query count_terms{"load.terms", R"sql(
    SELECT count(*) FROM search_term WHERE workspace_id = :workspace
)sql"};

std::int64_t number(db::SqliteConnection& connection, const db::Query& query,
                    const db::Binds& binds)
{
    const auto rows = connection.open(query, binds);
    return rows->next() ? rows->integer(0) : 0;
}

/// Columns, and what a copy puts there: itself unless replaced.
struct Copied {
    std::string columns;
    std::string values;
};

Copied copied(db::SqliteConnection& connection, const std::string& table,
              const std::map<std::string, std::string>& replaced)
{
    Copied all;
    const auto rows = connection.open(columns_of, {{"table", table}});
    while (rows->next()) {
        const std::string column{rows->text(0)};
        const auto other = replaced.find(column);
        const auto* comma = all.columns.empty() ? "" : ", ";
        all.columns += comma + column;
        all.values += comma + (other == replaced.end() ? "o." + column : other->second);
    }
    if (all.columns.empty()) throw std::logic_error{"no table " + table};
    return all;
}

/// `n.i` runs over [first, first + rows).
std::string numbers(std::int64_t first, std::int64_t rows)
{
    return "WITH RECURSIVE n (i) AS (SELECT " + std::to_string(first) +
           " UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " + std::to_string(first + rows) + ")";
}

void copy_rows(db::SqliteConnection& connection, const std::string& table, const Copied& row,
               std::int64_t from, std::int64_t until)
{
    for (auto first = from; first < until; first += rows_of_a_transaction) {
        const auto rows = std::min(rows_of_a_transaction, until - first);
        connection.script(
            "BEGIN IMMEDIATE;" + std::string{"INSERT INTO "} + table + " (" + row.columns + ") " +
            numbers(first, rows) + " SELECT " + row.values +
            " FROM n JOIN original o ON o.place = n.i % (SELECT count(*) FROM original)"
            "; COMMIT");
    }
}

/// The rows to copy, numbered from 0.
void keep_originals(db::SqliteConnection& connection, const std::string& from_where)
{
    connection.script("DROP TABLE IF EXISTS temp.original;"
                      "CREATE TEMP TABLE original AS SELECT row_number() OVER (ORDER BY id) - 1 AS "
                      "place, * FROM " +
                      from_where + ";CREATE UNIQUE INDEX temp.original_place ON original (place)");
}

} // namespace

void grow_tickets(const std::filesystem::path& file, const std::string& slug, std::int64_t total)
{
    db::SqliteConnection connection{
        {.file = file, .role = db::SqliteConnection::Role::Migration, .kinds = nullptr}};
    const auto there = number(connection, count_tickets, {{"slug", slug}});
    if (there == 0) throw std::runtime_error{"no ticket to copy"};
    // A copy's number tells it from the demonstration's own, and its id is below theirs.
    keep_originals(connection, "tickets_ticket WHERE number NOT LIKE 'T-2001-%' AND workspace_id = "
                               "(SELECT id FROM workspace WHERE slug = '" +
                                   slug + "')");
    const std::string minutes = " - n.i * 60000000";
    const auto row = copied(connection, "tickets_ticket",
                            {{"id", "n.i"},
                             {"number", "'T-2001-' || printf('%07d', n.i)"},
                             {"opened_at", "o.opened_at" + minutes},
                             {"first_reply_at", "o.first_reply_at" + minutes},
                             {"resolved_at", "o.resolved_at" + minutes},
                             {"last_activity_at", "o.last_activity_at" + minutes},
                             {"last_public_at", "o.last_public_at" + minutes},
                             {"state_since", "o.state_since" + minutes}});
    copy_rows(connection, "tickets_ticket", row, there, total);
    connection.script("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
}

void grow_workspaces(const std::filesystem::path& file, const std::string& slug, std::int64_t total)
{
    db::SqliteConnection connection{
        {.file = file, .role = db::SqliteConnection::Role::Migration, .kinds = nullptr}};
    const auto there = number(connection, count_workspaces, {});
    keep_originals(connection, "workspace WHERE slug = '" + slug + "'");
    const auto row =
        copied(connection, "workspace", {{"id", "n.i"}, {"slug", "o.slug || '-' || n.i"}});
    copy_rows(connection, "workspace", row, there, total);
    connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
}

SearchSize grow_search(const std::filesystem::path& file, const std::string& slug,
                       const SearchWanted& wanted)
{
    SearchSize size;
    std::int64_t origin = 0;
    std::int64_t own_terms = 0;
    {
        db::SqliteConnection connection{
            {.file = file, .role = db::SqliteConnection::Role::Migration, .kinds = nullptr}};
        origin = number(connection, id_of_workspace, {{"slug", slug}});
        const auto own_messages = number(connection, count_messages, {{"workspace", origin}});
        own_terms = number(connection, count_terms, {{"workspace", origin}});
        if (own_messages == 0 || own_terms == 0) throw std::runtime_error{"nothing is indexed"};
        size.workspaces = std::max(wanted.workspaces_min,
                                   (wanted.messages_min + own_messages - 1) / own_messages);
        size.messages = size.workspaces * own_messages;
        size.terms = size.workspaces * own_terms;
    }
    grow_workspaces(file, slug, size.workspaces);
    db::SqliteConnection connection{
        {.file = file, .role = db::SqliteConnection::Role::Migration, .kinds = nullptr}};
    const auto bytes_before = std::filesystem::file_size(file);
    const auto from = std::to_string(origin);
    for (std::int64_t id = 1; id < size.workspaces; ++id) {
        const auto to = std::to_string(id);
        connection.script(
            "BEGIN IMMEDIATE;"
            "INSERT INTO search_term SELECT " +
            to + ", scope, term, kind, id FROM search_term WHERE workspace_id = " + from +
            " ORDER BY scope, term, kind, id;" + "INSERT OR REPLACE INTO search_state SELECT " +
            to + ", tokenizer, indexed_at FROM search_state WHERE workspace_id = " + from +
            ";COMMIT");
    }
    connection.script("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
    const auto grown = static_cast<double>(std::filesystem::file_size(file) - bytes_before);
    size.bytes_a_term = grown / static_cast<double>(size.terms - own_terms);
    return size;
}

} // namespace load
