#pragma once

#include "kernel/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace db
{

/// Declared in the migration that creates the table. A view has no rows of its own: its
/// tables are judged one by one. A log is only ever added to: rows of workspaces (Log) or of the
/// platform (PlatformLog) that no transaction changes or deletes.
enum class TableKind { Platform, Shared, Business, View, Log, PlatformLog };

/// What every relation of the database is. Filled from `schema_table`.
using TableKinds = std::map<std::string, TableKind, std::less<>>;

enum class TableUse { Select, Insert, Update, Delete };

/// May a transaction of that scope use a table of that kind that way? The same table of rights as
/// the grants of PostgreSQL (postgres_security.cpp).
bool may_use(Scope::Kind scope, TableKind kind, TableUse use);

std::string_view name_of(TableKind kind);
std::optional<TableKind> table_kind_named(std::string_view name);

} // namespace db
