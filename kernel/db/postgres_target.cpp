#include "kernel/db/catalogue.hpp"
#include "kernel/db/migration_target.hpp"
#include "kernel/db/postgres_catalogue.hpp"
#include "kernel/db/postgres_database.hpp"
#include "kernel/db/postgres_roles.hpp"
#include "kernel/db/postgres_security.hpp"
#include "kernel/db/schema_record.hpp"

namespace db
{

namespace
{

constexpr Query select_filtered{"db.postgres_owner_is_filtered", R"sql(
-- all workspaces: the engine's catalogue
SELECT count(*) FROM pg_roles WHERE rolname = current_user AND NOT rolsuper AND NOT rolbypassrls
)sql"};

class PostgresTarget final : public MigrationTarget
{
  public:
    explicit PostgresTarget(const DatabaseOptions& options)
        : connection_(postgres_parameters(options.url)), roles_(postgres_roles(options))
    {
        if (connection_.server_version() < postgres_version_min)
            throw MigrationRefused{"PostgreSQL 15 or later is needed"};
        connection_.script("SELECT pg_advisory_lock(hashtext('etabli migrate'))");
        connection_.script("SET client_min_messages = warning");
        refuse_filtered_role();
        make_roles(connection_, options);
        connection_.script(schema_tables_sql);
        connection_.script(schema_security_sql(postgres_parameters(options.url)["dbname"], roles_));
    }

    AppliedMigrations applied() override { return applied_migrations(connection_); }
    void apply(const Migration& migration) override;
    void finish() override;

  private:
    void refuse_filtered_role();
    void apply_inside(const Migration& migration);

    PostgresConnection connection_;
    PostgresRoles roles_;
    bool applied_some_ = false;
};

/// A backfill by a role that row-level security filters would skip rows in silence.
void PostgresTarget::refuse_filtered_role()
{
    const auto rows = connection_.open(select_filtered, {});
    if (rows->next() && rows->integer(0) != 0)
        throw MigrationRefused{
            "the role of ETABLI_DATABASE_URL must be a superuser or have BYPASSRLS"};
}

void PostgresTarget::apply(const Migration& migration)
{
    connection_.script("BEGIN");
    try {
        apply_inside(migration);
        connection_.script("COMMIT");
    } catch (const std::exception& error) {
        if (connection_.in_transaction()) connection_.script("ROLLBACK");
        throw MigrationRefused{migration.name + ": " + error.what()};
    }
    applied_some_ = true;
}

void PostgresTarget::apply_inside(const Migration& migration)
{
    connection_.script(migration.sql);
    if (!connection_.in_transaction())
        throw MigrationRefused{"a migration must not end its transaction"};
    connection_.script("SET CONSTRAINTS ALL IMMEDIATE");
    const auto catalogue = postgres_catalogue(connection_);
    const auto kinds = kinds_of(catalogue, table_kinds(connection_), migration.declared);
    check_catalogue(catalogue, kinds);
    for (const auto& [name, kind] : kinds)
        if (kind == TableKind::View || migration.declared.contains(name))
            connection_.script(security_sql(name, kind, roles_));
    replace_table_kinds(connection_, kinds);
    record_migration(connection_, migration);
}

/// Also after a restore into another cluster, where the roles have just been made.
void PostgresTarget::finish()
{
    if (has_rights_of(connection_, roles_)) return;
    connection_.script("BEGIN");
    for (const auto& [name, kind] : table_kinds(connection_))
        connection_.script(security_sql(name, kind, roles_));
    connection_.script("COMMIT");
}

} // namespace

std::unique_ptr<MigrationTarget> open_postgres_target(const DatabaseOptions& options)
{
    return std::make_unique<PostgresTarget>(options);
}

} // namespace db
