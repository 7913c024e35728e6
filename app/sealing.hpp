#pragma once

#include "kernel/audit/chain.hpp"
#include "kernel/audit/head_file.hpp"
#include "kernel/base/configuration.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/secrets/vault.hpp"

#include <thread>
#include <vector>

namespace app
{

/// Registers the jobs that seal the audit: « audit.seal » of one log, « audit.sign » of them all.
/// Once a process; the vault must outlive the jobs.
void install_sealing(jobs::Registry& registry, const base::Configuration& configuration,
                     const secrets::Vault& vault);

/// The platform's log and that of every workspace.
std::vector<audit::Chain> every_chain(db::Database& database);

/// Enqueues the sealing of what this process wrote, every 10 seconds or 1 000 entries, and once an
/// hour and at start the signing of every log. Jobs, so that of several processes one does it.
class Sealing
{
  public:
    explicit Sealing(db::Database& database);

  private:
    std::jthread thread_;
};

/// One round of each, for the thread and for tests.
void enqueue_sealing(db::Database& database, const std::vector<tenancy::WorkspaceId>& logs);
void enqueue_signing(db::Database& database);

} // namespace app
