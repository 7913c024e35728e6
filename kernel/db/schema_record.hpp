#pragma once

#include "kernel/db/migration_plan.hpp"

namespace db
{

/// The runner's own tables (migration_target.hpp), through a connection that may use them.
AppliedMigrations applied_migrations(Connection& connection);
void record_migration(Connection& connection, const Migration& migration);
TableKinds table_kinds(Connection& connection);
void replace_table_kinds(Connection& connection, const TableKinds& kinds);

} // namespace db
