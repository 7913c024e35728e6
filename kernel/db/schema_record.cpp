#include "kernel/db/schema_record.hpp"

#include "kernel/base/clock.hpp"

namespace db
{

namespace
{

constexpr Query select_migrations{"db.applied_migrations", R"sql(
-- all workspaces: the schema is one
SELECT name, checksum FROM schema_migration
)sql"};

constexpr Query insert_migration{"db.record_migration", R"sql(
-- all workspaces: the schema is one
INSERT INTO schema_migration (name, checksum, applied_at) VALUES (:name, :checksum, :applied_at)
)sql"};

constexpr Query select_kinds{"db.table_kinds", R"sql(
-- all workspaces: the schema is one
SELECT name, kind FROM schema_table
)sql"};

constexpr Query delete_kinds{"db.forget_table_kinds", R"sql(
-- all workspaces: the schema is one
DELETE FROM schema_table
)sql"};

constexpr Query insert_kind{"db.record_table_kind", R"sql(
-- all workspaces: the schema is one
INSERT INTO schema_table (name, kind) VALUES (:name, :kind)
)sql"};

} // namespace

AppliedMigrations applied_migrations(Connection& connection)
{
    AppliedMigrations applied;
    const auto rows = connection.open(select_migrations, {});
    while (rows->next())
        applied.emplace(rows->text(0), rows->text(1));
    return applied;
}

void record_migration(Connection& connection, const Migration& migration)
{
    connection.execute(insert_migration, {{"name", migration.name},
                                          {"checksum", migration.checksum},
                                          {"applied_at", base::real_now()}});
}

TableKinds table_kinds(Connection& connection)
{
    TableKinds kinds;
    const auto rows = connection.open(select_kinds, {});
    while (rows->next()) {
        const auto kind = table_kind_named(rows->text(1));
        if (!kind) throw std::runtime_error("schema_table holds an unknown kind");
        kinds.emplace(rows->text(0), *kind);
    }
    return kinds;
}

void replace_table_kinds(Connection& connection, const TableKinds& kinds)
{
    connection.execute(delete_kinds, {});
    for (const auto& [name, kind] : kinds)
        connection.execute(insert_kind, {{"name", name}, {"kind", name_of(kind)}});
}

} // namespace db
