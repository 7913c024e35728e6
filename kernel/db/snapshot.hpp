#pragma once

#include "kernel/db/database.hpp"
#include "kernel/db/migration_plan.hpp"
#include "kernel/db/table_layout.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace db
{

using ByteSink = std::function<void(std::string_view)>;

/// What a table held: the same columns, rows and bytes give the same digest on the same engine.
struct TableContents {
    std::string name;
    std::vector<std::string> columns;
    std::int64_t rows = 0;
    std::string sha256; ///< of the rows in the order of their primary key, hexadecimal

    friend bool operator==(const TableContents&, const TableContents&) = default;
};

/// A database as it was at one moment, however much is written to it meanwhile: its schema and
/// every row of every table, all workspaces, as the owner. Used by one thread.
class Snapshot
{
  public:
    virtual ~Snapshot() = default;
    virtual Engine engine() const = 0;
    virtual AppliedMigrations migrations() = 0;
    /// Those with rows, the runner's own included, what is referred to before what refers to it.
    virtual std::vector<std::string> tables() = 0;
    /// Gives the rows to `sink` as they are digested; on PostgreSQL what fill_postgres takes.
    virtual TableContents read(const std::string& table, const ByteSink& sink) = 0;
    /// Columns in the order of the table, without `workspace_id`; none for a table that is gone.
    /// Throws std::logic_error for a type that is not portable.
    virtual TableLayout layout(const std::string& table) = 0;
};

/// Throws Unavailable when the database cannot be reached. The moment is that of this call.
std::unique_ptr<Snapshot> open_snapshot(const DatabaseOptions& options);

/// Copies an SQLite database while it is written to, as of one moment: one file, durable, nothing
/// beside it. Throws Unavailable when there is no room.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);
/// Every page and every index of a file that nobody writes to; « ok », or what is wrong.
std::string check_sqlite(const std::filesystem::path& file);

/// Whether no table is there yet.
bool is_empty_postgres(const DatabaseOptions& options);
/// The rows of one table as a Snapshot gave them.
struct TableToFill {
    std::string name;
    std::vector<std::string> columns;
    std::function<void(const ByteSink&)> rows;
};
/// Replaces what the tables hold, all or nothing, in the order given. The schema is there already.
void fill_postgres(const DatabaseOptions& options, std::span<const TableToFill> tables);

/// A database on the same server, made empty; for a rehearsal, to be dropped. Its options.
DatabaseOptions make_postgres_beside(const DatabaseOptions& options, const std::string& name);
void drop_postgres_beside(const DatabaseOptions& options, const std::string& name);
/// Everything in a database that was empty before a restore that failed.
void empty_postgres(const DatabaseOptions& options);

} // namespace db
