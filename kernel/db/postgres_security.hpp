#pragma once

#include "kernel/db/postgres_roles.hpp"
#include "kernel/db/table_kind.hpp"

#include <string>

namespace db
{

/// Rights and row-level security of one relation, as statements that may be run again. The same
/// table of rights as may_use (table_kind.hpp).
std::string security_sql(const std::string& table, TableKind kind, const PostgresRoles& roles);

/// Rights on the database, its schema and the runner's own tables.
std::string schema_security_sql(const std::string& database, const PostgresRoles& roles);

} // namespace db
