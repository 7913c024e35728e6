#include "kernel/base/sha256.hpp"
#include "kernel/db/engine_snapshots.hpp"
#include "kernel/db/postgres_catalogue.hpp"
#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/schema_record.hpp"
#include "kernel/db/url.hpp"

#include <algorithm>

namespace db
{
namespace
{

constexpr Query select_columns{"db.postgres_columns", R"sql(
-- all workspaces: the engine's catalogue
SELECT attname FROM pg_attribute
WHERE attrelid = CAST(:name AS regclass) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
)sql"};

constexpr Query describe_columns{"db.postgres_describe_columns", R"sql(
-- all workspaces: the engine's catalogue
SELECT a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
       coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = to_regclass(:name) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
)sql"};

constexpr Query count_relations{"db.postgres_count_relations", R"sql(
-- all workspaces: the engine's catalogue
SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public'
)sql"};

std::string quoted(const std::vector<std::string>& names)
{
    std::string list;
    for (const auto& name : names)
        list.append(list.empty() ? "\"" : ",\"").append(name).append("\"");
    return list;
}

/// What is referred to before what refers to it; a table may refer to itself.
std::vector<std::string> in_order_of_reference(Catalogue catalogue)
{
    std::erase_if(catalogue, [](const auto& table) { return table.is_view; });
    std::vector<std::string> ordered;
    const auto is_placed = [&](const std::string& name) {
        return std::ranges::find(ordered, name) != ordered.end();
    };
    while (!catalogue.empty()) {
        const auto before = catalogue.size();
        std::erase_if(catalogue, [&](const TableShape& table) {
            const bool is_ready = std::ranges::all_of(table.foreign_keys, [&](const auto& key) {
                return key.target == table.name || is_placed(key.target);
            });
            if (is_ready) ordered.push_back(table.name);
            return is_ready;
        });
        if (catalogue.size() == before)
            throw std::logic_error("tables refer to each other in a circle: " +
                                   catalogue.front().name);
    }
    return ordered;
}

std::vector<std::string> columns_of(Connection& connection, const std::string& table)
{
    std::vector<std::string> columns;
    const auto rows = connection.open(select_columns, {{"name", table}});
    while (rows->next())
        columns.emplace_back(rows->text(0));
    return columns;
}

/// The primary key, of the runner's own tables too.
std::vector<std::string> key_of(const Catalogue& catalogue, const std::string& table)
{
    for (const auto& shape : catalogue)
        if (shape.name == table && !shape.primary_key.empty()) return shape.primary_key;
    return {"name"};
}

class PostgresSnapshot final : public Snapshot
{
  public:
    explicit PostgresSnapshot(const DatabaseOptions& options)
        : connection_(postgres_parameters(options.url))
    {
        connection_.script("SET client_min_messages = warning; SET client_encoding = 'UTF8'; "
                           "SET statement_timeout = 0; SET TimeZone = 'UTC'; "
                           "SET DateStyle = 'ISO'; SET bytea_output = 'hex'");
        connection_.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        catalogue_ = postgres_catalogue(connection_);
    }

    Engine engine() const override { return Engine::Postgres; }
    AppliedMigrations migrations() override { return applied_migrations(connection_); }
    std::vector<std::string> tables() override
    {
        auto names = in_order_of_reference(catalogue_);
        names.insert(names.begin(), {"schema_migration", "schema_table"});
        return names;
    }

    TableContents read(const std::string& table, const ByteSink& sink) override
    {
        TableContents contents{.name = table, .columns = columns_of(connection_, table)};
        base::Sha256 digest;
        connection_.copy_out("COPY (SELECT " + quoted(contents.columns) + " FROM \"" + table +
                                 "\" ORDER BY " + quoted(key_of(catalogue_, table)) + ") TO STDOUT",
                             [&](std::string_view row) {
                                 ++contents.rows;
                                 digest.add(row);
                                 if (sink) sink(row);
                             });
        contents.sha256 = digest.hex_digest();
        return contents;
    }

    TableLayout layout(const std::string& table) override
    {
        std::vector<DescribedColumn> columns;
        const auto rows = connection_.open(describe_columns, {{"name", table}});
        while (rows->next())
            columns.push_back({.name = std::string{rows->text(0)},
                               .type = std::string{rows->text(1)},
                               .is_nullable = rows->boolean(2),
                               .key = static_cast<int>(rows->integer(3))});
        return layout_of(table, columns);
    }

  private:
    PostgresConnection connection_;
    Catalogue catalogue_;
};

std::string checked(const std::string& name)
{
    const bool is_plain = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (!is_plain) throw std::invalid_argument("not a name of a database: " + name);
    return name;
}

/// postgres://…/old?x=y → postgres://…/name?x=y
std::string url_beside(const std::string& url, const std::string& name)
{
    const auto query = std::min(url.find('?'), url.size());
    const auto slash = url.rfind('/', query);
    if (slash == std::string::npos || slash < url.find("//") + 2)
        throw std::invalid_argument("ETABLI_DATABASE_URL names no database");
    return url.substr(0, slash + 1) + checked(name) + url.substr(query);
}

} // namespace

std::unique_ptr<Snapshot> open_postgres_snapshot(const DatabaseOptions& options)
{
    return std::make_unique<PostgresSnapshot>(options);
}

std::unique_ptr<Snapshot> open_snapshot(const DatabaseOptions& options)
{
    return engine_of(options.url) == Engine::Sqlite ? open_sqlite_snapshot(options)
                                                    : open_postgres_snapshot(options);
}

bool is_empty_postgres(const DatabaseOptions& options)
{
    PostgresConnection connection{postgres_parameters(options.url)};
    const auto rows = connection.open(count_relations, {});
    return rows->next() && rows->integer(0) == 0;
}

void fill_postgres(const DatabaseOptions& options, std::span<const TableToFill> tables)
{
    PostgresConnection connection{postgres_parameters(options.url)};
    connection.script("SET client_encoding = 'UTF8'; SET DateStyle = 'ISO'");
    connection.script("BEGIN");
    std::vector<std::string> names;
    for (const auto& table : tables)
        names.push_back(table.name);
    if (!names.empty()) connection.script("TRUNCATE " + quoted(names));
    for (const auto& table : tables)
        connection.copy_in("COPY \"" + table.name + "\" (" + quoted(table.columns) + ") FROM STDIN",
                           table.rows);
    connection.script("COMMIT");
    connection.script("ANALYZE");
}

DatabaseOptions make_postgres_beside(const DatabaseOptions& options, const std::string& name)
{
    PostgresConnection owner{postgres_parameters(options.url)};
    owner.script("CREATE DATABASE \"" + checked(name) + "\" TEMPLATE template0");
    auto beside = options;
    if (beside.role_prefix.empty()) beside.role_prefix = postgres_parameters(options.url)["dbname"];
    beside.url = url_beside(options.url, name);
    return beside;
}

void drop_postgres_beside(const DatabaseOptions& options, const std::string& name)
{
    PostgresConnection owner{postgres_parameters(options.url)};
    owner.script("DROP DATABASE IF EXISTS \"" + checked(name) + "\" WITH (FORCE)");
}

void empty_postgres(const DatabaseOptions& options)
{
    PostgresConnection owner{postgres_parameters(options.url)};
    owner.script("SET client_min_messages = warning");
    owner.script("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}

} // namespace db
