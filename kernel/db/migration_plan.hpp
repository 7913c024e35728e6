#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/db/database.hpp"
#include "kernel/db/table_kind.hpp"

#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace db
{

/// The schema cannot be brought up to date: the message names the migration and why.
struct MigrationRefused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Migration {
    std::string name;     ///< "20261120143000_tickets_create"
    std::string sql;      ///< of the engine
    std::string checksum; ///< SHA-256 of `sql`, hexadecimal
    TableKinds declared;  ///< `-- table: NAME platform|shared|business|log|platform_log`
};

/// Name → checksum, as `schema_migration` holds them.
using AppliedMigrations = std::map<std::string, std::string, std::less<>>;

/// The migrations of one engine, oldest first. Throws MigrationRefused for a file name that is not
/// `YYYYMMDDHHMMSS_module_verb.sql`, a name used twice, an unknown kind.
std::vector<Migration> plan_migrations(std::span<const base::EmbeddedFile> files, Engine engine);

/// Throws MigrationRefused when an applied file has changed or is unknown to this program.
void check_history(const std::vector<Migration>& plan, const AppliedMigrations& applied);

} // namespace db
