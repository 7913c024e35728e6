#pragma once

#include "kernel/db/migration_plan.hpp"

#include <memory>

namespace db
{

/// A database being migrated: what differs between the engines.
class MigrationTarget
{
  public:
    virtual ~MigrationTarget() = default;
    virtual AppliedMigrations applied() = 0;
    /// In one transaction: the statements, the checks of catalogue.hpp, the record of both.
    virtual void apply(const Migration& migration) = 0;
    /// Rights and row-level security of what was applied.
    virtual void finish() = 0;
};

/// Opens the file, alone (lock file « .migrating » beside it), and makes the runner's own tables.
std::unique_ptr<MigrationTarget> open_sqlite_target(const DatabaseOptions& options);
/// Connects as the role of options.url, alone (advisory lock), and makes the two app roles.
std::unique_ptr<MigrationTarget> open_postgres_target(const DatabaseOptions& options);

/// The runner's own tables, the same on both engines.
inline constexpr const char* schema_tables_sql = R"sql(
CREATE TABLE IF NOT EXISTS schema_migration (
    name       TEXT   NOT NULL PRIMARY KEY,
    checksum   TEXT   NOT NULL,
    applied_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS schema_table (
    name TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL
);
)sql";

} // namespace db
