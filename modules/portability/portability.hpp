#pragma once

#include "kernel/db/database.hpp"
#include "kernel/secrets/vault.hpp"
#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kernel
{
class Module;
}

/// A business leaves with everything, arrives elsewhere, or goes: the export of a workspace in open
/// formats, its import into another installation, its erasure.
namespace portability
{

void describe(kernel::Module& module);

/// Where the exports asked for from the settings are made and kept. Once at start, before any
/// thread; again replaces (tests).
struct Workshop {
    db::DatabaseOptions database;
    std::filesystem::path folder; ///< ETABLI_DATA/exports
};
void install(Workshop workshop);
/// Removes those that were ready seven days ago. As often as one likes.
void forget_old(tenancy::Context& context);
/// Of a workspace that is erased.
void forget_packages(const tenancy::Workspace& workspace);

/// By what a row is known to be about somebody: the ids that stand for him here, and his e-mail.
struct PersonTraces {
    std::string name;
    std::string email; ///< may be empty
    std::vector<std::int64_t> ids;
};
struct PersonPackage {
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0; ///< of the zip
};
/// Every row of the workspace that holds one of these ids or the address, in JSON lines, the files
/// he sent, and a page to read; as one zip under `label`, replacing an older one. Reads every
/// table, some rows at a time: for jobs.
PersonPackage make_person_package(const tenancy::Context& context, const PersonTraces& traces,
                                  const std::string& label);
/// Throws base::NotFound when it is not there.
std::filesystem::path person_package(const tenancy::Workspace& workspace, const std::string& label);
void remove_person_package(const tenancy::Workspace& workspace, const std::string& label);

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
