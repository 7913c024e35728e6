#include "app/sealing.hpp"

#include "kernel/audit/sealer.hpp"
#include "kernel/audit/unsealed.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/assert.hpp"
#include "kernel/log/log.hpp"
#include "modules/ledger/ledger.hpp"

#include <chrono>
#include <filesystem>
#include <optional>

namespace app
{
namespace
{

using namespace std::chrono_literals;

constexpr auto seal_every = 10s;
constexpr auto sign_every = 1h;
constexpr const char* seal_job = "audit.seal";
constexpr const char* sign_job = "audit.sign";

struct Installation {
    const secrets::Vault* vault = nullptr;
    std::filesystem::path folder;
};

Installation& installation()
{
    static Installation the_installation;
    return the_installation;
}

/// Nothing for a workspace that is gone.
std::optional<audit::Chain> chain_of(db::Database& database, tenancy::WorkspaceId id)
{
    if (!id) return audit::Chain::of_platform(database);
    const auto workspace = tenancy::Platform{database}.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_id(tx, id); });
    if (!workspace) return {};
    return audit::Chain::of_workspace(database, *workspace);
}

/// The payload is the id of the log: sealing is the platform's work, not a task its admins see.
void run_seal(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = job.payload == "0" ? std::optional{tenancy::WorkspaceId{}}
                                       : tenancy::WorkspaceId::parse(job.payload);
    if (!id) throw std::runtime_error("not a log");
    const auto chain = chain_of(context.database(), *id);
    if (chain) audit::seal(*chain, audit::Reach::Recent);
}

void run_sign(tenancy::Context& context, const jobs::Job&)
{
    const auto key = audit::head_key(*installation().vault);
    const audit::HeadFile file{installation().folder};
    for (const auto& chain : every_chain(context.database())) {
        audit::seal(chain, audit::Reach::Everything);
        audit::sign_head(chain, key, file);
    }
    ledger::keep_heads(context.database(), ledger::heads_in(installation().folder));
}

/// A failure is logged; what was to be sealed is found by the next signing.
template <class Work>
void attempt(Work work)
{
    try {
        work();
    } catch (const std::exception& cause) {
        logs::error("audit.sealing_failed", {{"cause", cause.what()}});
    }
}

} // namespace

void install_sealing(jobs::Registry& registry, const base::Configuration& configuration,
                     const secrets::Vault& vault)
{
    installation() = {.vault = &vault, .folder = configuration.seals};
    for (const auto& [kind, handler] :
         {std::pair{seal_job, &run_seal}, std::pair{sign_job, &run_sign}})
        registry.add(kind, {.handler = handler,
                            .delays = {5s, 30s, 2min, 10min},
                            .once_done = jobs::OnceDone::Forgotten});
}

std::vector<audit::Chain> every_chain(db::Database& database)
{
    std::vector<audit::Chain> chains{audit::Chain::of_platform(database)};
    for (auto& workspace : tenancy::Platform{database}.read(auth::every_workspace))
        chains.push_back(audit::Chain::of_workspace(database, std::move(workspace)));
    return chains;
}

void enqueue_sealing(db::Database& database, const std::vector<tenancy::WorkspaceId>& logs)
{
    if (logs.empty()) return;
    tenancy::Platform{database}.write([&](tenancy::PlatformTransaction& tx) {
        for (const auto log : logs)
            jobs::enqueue(tx, {.kind = seal_job, .payload = log.text(), .dedupe = log.text()});
    });
}

void enqueue_signing(db::Database& database)
{
    tenancy::Platform{database}.write([](tenancy::PlatformTransaction& tx) {
        jobs::enqueue(tx, {.kind = sign_job, .payload = {}, .dedupe = "all"});
    });
}

Sealing::Sealing(db::Database& database)
    : thread_([&database](const std::stop_token& stop) {
          auto sign_at = std::chrono::steady_clock::now();
          while (!stop.stop_requested()) {
              attempt([&] { enqueue_sealing(database, audit::take_unsealed()); });
              if (std::chrono::steady_clock::now() >= sign_at) {
                  attempt([&] { enqueue_signing(database); });
                  sign_at = std::chrono::steady_clock::now() + sign_every;
              }
              audit::wait_for_unsealed(stop, seal_every);
          }
      })
{
}

} // namespace app
