#include "kernel/db/postgres_catalogue.hpp"

namespace db
{

namespace
{

constexpr Query select_relations{"db.postgres_relations", R"sql(
-- all workspaces: the engine's catalogue
SELECT c.relname, c.relkind = 'v' AS is_view FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relname NOT IN ('schema_migration', 'schema_table')
ORDER BY c.relname
)sql"};

constexpr Query select_primary_key{"db.postgres_primary_key", R"sql(
-- all workspaces: the engine's catalogue
SELECT a.attname FROM pg_constraint c
CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k (number, position)
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
WHERE c.contype = 'p' AND c.conrelid = CAST(:name AS regclass)
ORDER BY k.position
)sql"};

constexpr Query select_foreign_keys{"db.postgres_foreign_keys", R"sql(
-- all workspaces: the engine's catalogue
SELECT CAST(c.oid AS bigint) AS id, t.relname, ours.attname, theirs.attname FROM pg_constraint c
JOIN pg_class t ON t.oid = c.confrelid
CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (our_number, their_number, position)
JOIN pg_attribute ours ON ours.attrelid = c.conrelid AND ours.attnum = k.our_number
JOIN pg_attribute theirs ON theirs.attrelid = c.confrelid AND theirs.attnum = k.their_number
WHERE c.contype = 'f' AND c.conrelid = CAST(:name AS regclass)
ORDER BY c.oid, k.position
)sql"};

constexpr Query select_indexes{"db.postgres_indexes", R"sql(
-- all workspaces: the engine's catalogue
SELECT ic.relname, coalesce(a.attname, '') AS first_column, i.indisunique FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND i.indkey[0] > 0
WHERE i.indrelid = CAST(:name AS regclass) AND NOT i.indisprimary
)sql"};

constexpr Query count_missing_rights{"db.postgres_missing_rights", R"sql(
-- all workspaces: the engine's catalogue
SELECT count(*) FROM schema_table
WHERE NOT has_table_privilege(CAST(:workspace_role AS text), name, 'SELECT')
  AND NOT has_table_privilege(CAST(:platform_role AS text), name, 'SELECT')
)sql"};

TableShape shape_of(Connection& connection, std::string name)
{
    TableShape shape;
    const auto keys = connection.open(select_primary_key, {{"name", name}});
    while (keys->next())
        shape.primary_key.emplace_back(keys->text(0));

    const auto indexes = connection.open(select_indexes, {{"name", name}});
    while (indexes->next())
        shape.indexes.push_back({.name = std::string{indexes->text(0)},
                                 .first_column = std::string{indexes->text(1)},
                                 .unique = indexes->boolean(2)});

    std::int64_t current = -1;
    const auto foreign = connection.open(select_foreign_keys, {{"name", name}});
    while (foreign->next()) {
        if (foreign->integer(0) != current)
            shape.foreign_keys.push_back({std::string{foreign->text(1)}, {}});
        current = foreign->integer(0);
        shape.foreign_keys.back().columns.emplace_back(foreign->text(2), foreign->text(3));
    }
    shape.name = std::move(name);
    return shape;
}

} // namespace

Catalogue postgres_catalogue(Connection& connection)
{
    Catalogue catalogue;
    const auto relations = connection.open(select_relations, {});
    while (relations->next()) {
        catalogue.push_back(shape_of(connection, std::string{relations->text(0)}));
        catalogue.back().is_view = relations->boolean(1);
    }
    return catalogue;
}

bool has_rights_of(Connection& connection, const PostgresRoles& roles)
{
    const auto rows = connection.open(count_missing_rights, {{"workspace_role", roles.workspace},
                                                             {"platform_role", roles.platform}});
    return rows->next() && rows->integer(0) == 0;
}

} // namespace db
