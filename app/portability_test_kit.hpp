#pragma once

#include "app/command_line.hpp"
#include "app/demonstration/demonstration.hpp"
#include "app/installation_test_kit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/db/snapshot.hpp"
#include "modules/identity/identity.hpp"
#include "modules/portability/portability.hpp"

#include <doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

/// What the tests of export, import and erasure share; included by tests only.
namespace app_test
{

namespace fs = std::filesystem;

inline std::string bytes_of(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

/// A database of its own, with the modules and the storage of `installation()`.
struct Instance {
    explicit Instance(db::Engine engine) : fresh(test_support::fresh_database(engine))
    {
        installation(); // registers modules, jobs and storage
    }
    db::Database& database() const { return fresh->database(); }
    const db::DatabaseOptions& options() const { return fresh->options(); }
    /// Demonstration workspaces of few tickets; the first is returned.
    tenancy::Workspace demonstrate() const
    {
        const secrets::Vault vault{std::vector{secrets::Key::random()}};
        const auto accesses = demonstration::demonstrate(
            {.database = database(),
             .passwords = identity::passwords(vault, identity::HashStrength::test),
             .accounts_file = folder.path() / "demo.json",
             .tickets = 12},
            demonstration::Existing::keep);
        return *workspace(accesses.front().slug);
    }
    std::optional<tenancy::Workspace> workspace(const std::string& slug) const
    {
        return tenancy::Platform{database()}.read(
            [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_slug(tx, slug); });
    }
    tenancy::Context context(const tenancy::Workspace& of) const
    {
        return {database(), of, tenancy::Actor::system()};
    }
    portability::Exported export_to(const tenancy::Workspace& of, const fs::path& to) const
    {
        return portability::export_workspace(context(of), options(), to);
    }

    portability::Installation place() const
    {
        return {.database = database(),
                .options = options(),
                .vault = installation().application->vault(),
                .seals = folder.path() / "seals"};
    }
    portability::Imported import_from(const fs::path& from, const std::string& digest = {}) const
    {
        return portability::import_workspace(place(), from, digest);
    }
    /// Rows of every table, the platform's included.
    std::map<std::string, std::int64_t> rows() const
    {
        std::map<std::string, std::int64_t> counts;
        const auto snapshot = db::open_snapshot(options());
        for (const auto& table : snapshot->tables())
            if (table != "process_lease") // of who runs, not of what is kept
                counts[table] = snapshot->read(table, {}).rows;
        return counts;
    }

    test_support::TemporaryFolder folder;
    std::unique_ptr<test_support::FreshDatabase> fresh;
};

} // namespace app_test
