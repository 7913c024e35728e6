#pragma once

#include "kernel/db/database.hpp"
#include "kernel/secrets/vault.hpp"
#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

/// A business leaves with everything, arrives elsewhere, or goes: the export of a workspace in open
/// formats, its import into another installation, its erasure.
namespace portability
{

/// What an export wrote.
struct Exported {
    std::int64_t tables = 0;
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::int64_t missing = 0; ///< files whose bytes are not in the storage any more
    std::string digest;       ///< SHA-256 of the manifest, for who receives the package
};
/// Into `folder`, absent or empty: there whole, or not at all. The tables are read as of one moment
/// while others write, some rows at a time. `options` are those of the context's database.
Exported export_workspace(const tenancy::Context& context, const db::DatabaseOptions& options,
                          const std::filesystem::path& folder);

/// Where a workspace arrives, or goes from. `database` is open on `options`.
struct Installation {
    db::Database& database;
    db::DatabaseOptions options;
    const secrets::Vault& vault;
    std::filesystem::path seals; ///< of the audit's heads
};

struct Imported {
    tenancy::Workspace workspace;
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t people = 0;
    std::int64_t known_people = 0; ///< of these, who had an account here already
};
/// Brings a package in, with its ids. People come without password: each chooses one by « mot de
/// passe oublié », user names by their admin. Every part, row, file and the audit's chain are
/// checked; what is wrong is refused by name and leaves nothing. `digest` of the manifest, or
/// empty. Refusals « portability.refusal.damaged » with the part, « …newer », and
/// « auth.refusal.workspace_known ».
Imported import_workspace(const Installation& installation, const std::filesystem::path& folder,
                          const std::string& digest);

struct Erased {
    std::int64_t rows = 0;
    std::int64_t people = 0; ///< who belonged to no other workspace
};
/// Closes a workspace at once, then removes every row and file of it, the people who belong to no
/// other, and itself; in short transactions, so that others work meanwhile. Cut short, it is closed
/// and is erased by doing it again. The platform's journal keeps that it was.
Erased erase_workspace(const Installation& installation, const tenancy::Workspace& workspace);

} // namespace portability
