#include "kernel/db/catalogue.hpp"
#include "kernel/db/lock_file.hpp"
#include "kernel/db/migration_target.hpp"
#include "kernel/db/schema_record.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/url.hpp"

namespace db
{

namespace
{

/// Another process that migrates may copy a large table, or make a backup first.
constexpr std::chrono::minutes turn_wait_max{10};

constexpr Query select_relations{"db.sqlite_relations", R"sql(
-- all workspaces: the engine's catalogue
SELECT name, type = 'view' FROM sqlite_schema
WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
  AND name NOT IN ('schema_migration', 'schema_table')
ORDER BY name
)sql"};

constexpr Query select_primary_key{"db.sqlite_primary_key", R"sql(
-- all workspaces: the engine's catalogue
SELECT name FROM pragma_table_info(:name) WHERE pk > 0 ORDER BY pk
)sql"};

constexpr Query select_foreign_keys{"db.sqlite_foreign_keys", R"sql(
-- all workspaces: the engine's catalogue
SELECT id, "table", "from", "to", seq FROM pragma_foreign_key_list(:name) ORDER BY id, seq
)sql"};

constexpr Query select_indexes{"db.sqlite_indexes", R"sql(
-- all workspaces: the engine's catalogue
SELECT i.name, i."unique", c.name FROM pragma_index_list(:name) i
JOIN pragma_index_info(i.name) c ON c.seqno = 0
WHERE i.origin <> 'pk'
)sql"};

constexpr Query select_broken_keys{"db.sqlite_foreign_key_check", R"sql(
-- all workspaces: the engine's catalogue
SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY "table", parent
)sql"};

class SqliteTarget final : public MigrationTarget
{
  public:
    explicit SqliteTarget(const DatabaseOptions& options)
        : lock_(sqlite_file_of(options.url).string() + ".migrating", turn_wait_max),
          connection_({.file = sqlite_file_of(options.url),
                       .role = SqliteConnection::Role::Migration,
                       .busy_timeout = options.busy_timeout,
                       .kinds = nullptr})
    {
        connection_.script("PRAGMA foreign_keys=OFF");
        connection_.script(schema_tables_sql);
    }

    AppliedMigrations applied() override { return applied_migrations(connection_); }
    void apply(const Migration& migration) override;
    void finish() override {}

  private:
    void apply_inside(const Migration& migration);
    void check_foreign_keys();
    Catalogue catalogue();
    TableShape shape_of(std::string name);
    std::vector<ForeignKeyShape> foreign_keys_of(const std::string& name);

    LockFile lock_; ///< last to go: another process opens the file only once this one has closed it
    SqliteConnection connection_;
};

void SqliteTarget::apply(const Migration& migration)
{
    connection_.control("BEGIN IMMEDIATE");
    try {
        apply_inside(migration);
        connection_.control("COMMIT");
    } catch (const std::exception& error) {
        if (connection_.in_transaction()) connection_.control("ROLLBACK");
        throw MigrationRefused{migration.name + ": " + error.what()};
    }
}

void SqliteTarget::apply_inside(const Migration& migration)
{
    connection_.script(migration.sql);
    if (!connection_.in_transaction())
        throw MigrationRefused{"a migration must not end its transaction"};
    const auto found = catalogue();
    const auto kinds = kinds_of(found, table_kinds(connection_), migration.declared);
    check_catalogue(found, kinds);
    check_foreign_keys();
    replace_table_kinds(connection_, kinds);
    record_migration(connection_, migration);
}

void SqliteTarget::check_foreign_keys()
{
    const auto rows = connection_.open(select_broken_keys, {});
    if (rows->next())
        throw MigrationRefused{std::to_string(rows->integer(2)) + " rows of " +
                               std::string{rows->text(0)} + " refer to rows of " +
                               std::string{rows->text(1)} + " that do not exist"};
}

Catalogue SqliteTarget::catalogue()
{
    std::vector<std::pair<std::string, bool>> relations;
    {
        const auto rows = connection_.open(select_relations, {});
        while (rows->next())
            relations.emplace_back(rows->text(0), rows->boolean(1));
    }
    Catalogue found;
    for (auto& [name, is_view] : relations) {
        found.push_back(shape_of(name));
        found.back().is_view = is_view;
    }
    return found;
}

TableShape SqliteTarget::shape_of(std::string name)
{
    TableShape shape;
    {
        const auto rows = connection_.open(select_primary_key, {{"name", name}});
        while (rows->next())
            shape.primary_key.emplace_back(rows->text(0));
    }
    {
        const auto rows = connection_.open(select_indexes, {{"name", name}});
        while (rows->next())
            shape.indexes.push_back(
                {.name = std::string{rows->text(0)},
                 .first_column = rows->is_null(2) ? "" : std::string{rows->text(2)},
                 .unique = rows->boolean(1)});
    }
    shape.foreign_keys = foreign_keys_of(name);
    shape.name = std::move(name);
    return shape;
}

std::vector<ForeignKeyShape> SqliteTarget::foreign_keys_of(const std::string& name)
{
    std::vector<ForeignKeyShape> keys;
    std::int64_t current = -1;
    const auto rows = connection_.open(select_foreign_keys, {{"name", name}});
    while (rows->next()) {
        if (rows->is_null(3))
            throw MigrationRefused{"foreign key of " + name + ": name the columns of the target"};
        if (rows->integer(0) != current) keys.push_back({std::string{rows->text(1)}, {}});
        current = rows->integer(0);
        keys.back().columns.emplace_back(rows->text(2), rows->text(3));
    }
    return keys;
}

} // namespace

std::unique_ptr<MigrationTarget> open_sqlite_target(const DatabaseOptions& options)
{
    return std::make_unique<SqliteTarget>(options);
}

} // namespace db
