#pragma once

#include "kernel/base/configuration.hpp"
#include "kernel/db/database.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/secrets/vault.hpp"
#include "modules/backup/backup.hpp"

#include <memory>

namespace app
{

/// Who opens the database: `serve` and `work` keep it for themselves on SQLite.
enum class Holds { Alone, Beside };

/// The parts every command stands on, in the order they need each other: key, database with its
/// schema up to date, site with every module.
class Application
{
  public:
    /// Throws std::runtime_error with a French sentence for what the operator must mend.
    Application(const base::Configuration& configuration, Holds holds);
    ~Application();

    const base::Configuration& configuration() const { return configuration_; }
    db::Database& database() { return *database_; }
    secrets::Vault& vault() { return *vault_; }
    guard::Site& site() { return *site_; }
    backup::Installation installation() const;

  private:
    const base::Configuration configuration_;
    std::unique_ptr<secrets::Vault> vault_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<limits::Limiter> limiter_;
    std::unique_ptr<guard::Site> site_;
};

/// What Database::open and migrate are given.
db::DatabaseOptions database_options(const base::Configuration& configuration,
                                     const secrets::Vault& vault, Holds holds);
/// The installation's vault; makes the key on first use.
secrets::Vault open_vault(const base::Configuration& configuration);

} // namespace app
