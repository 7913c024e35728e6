#include "modules/einvoicing/platform_jobs.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/log/log.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/einvoicing/platform_actions.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/reception_actions.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/report_jobs.hpp"
#include "modules/einvoicing/transmission_actions.hpp"
#include "modules/einvoicing/transmission_jobs.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int pages_max = 10;
constexpr std::size_t chance_bytes = 12;
constexpr auto overlap = std::chrono::hours{1}; ///< asked for twice: flows of one second come apart

/// Handlers are plain functions: what they need is set once at start.
PlatformOptions& used()
{
    static PlatformOptions the_options;
    return the_options;
}

/// A document where files come in, removed with it.
class Spooled
{
  public:
    explicit Spooled(const std::string& bytes)
        : path_(files::incoming_folder() / ("flow-" + base::hex(base::random_bytes(chance_bytes))))
    {
        std::ofstream out{path_, std::ios::binary};
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
    }
    ~Spooled()
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    Spooled(const Spooled&) = delete;
    Spooled& operator=(const Spooled&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

Platform kept(const tenancy::Context& context)
{
    return context.read([](WorkspaceTransaction& tx) { return PlatformStore{tx}.find(); });
}

/// What one round over the flows came to.
struct Round {
    std::string seen_until;
    std::optional<Failure> failure; ///< the last one
};

void take(tenancy::Context& context, PlatformConnector& connector, const Flow& flow, Round& round)
{
    const bool is_known = context.read(
        [&](WorkspaceTransaction& tx) { return ReceptionStore{tx}.has_flow(flow.id); });
    if (is_known) return;
    const auto original = connector.original(flow.id);
    if (const auto* failure = std::get_if<Failure>(&original)) {
        if (failure->trouble == Trouble::refused)
            note_missing(context, flow.name, flow.id);
        else
            round.failure = *failure;
        return;
    }
    const auto& bytes = std::get<std::string>(original);
    const Spooled spooled{bytes};
    receive(context, {.file = {.name = flow.name,
                               .content = spooled.path(),
                               .bytes = static_cast<std::int64_t>(bytes.size()),
                               .upload = {}},
                      .origin = Origin::platform,
                      .flow = flow.id});
}

Round fetch(tenancy::Context& context, PlatformConnector& connector, const Platform& platform)
{
    Round round{.seen_until = platform.seen_until, .failure = {}};
    FlowSearch search{.updated_after = asked_after(platform.seen_until),
                      .types = {"SupplierInvoice"},
                      .direction = "In",
                      .tracking = {},
                      .cursor = {}};
    for (int page = 0; page < pages_max; ++page) {
        const auto found = connector.search(search);
        if (const auto* failure = std::get_if<Failure>(&found)) {
            round.failure = *failure;
            return round;
        }
        const auto& flows = std::get<FlowPage>(found);
        for (const auto& flow : flows.flows) {
            take(context, connector, flow, round);
            round.seen_until = std::max(round.seen_until, flow.updated_at);
        }
        if (flows.next.empty()) return round;
        search.cursor = flows.next;
    }
    return round;
}

void note(tenancy::Context& context, const Round& round)
{
    context.write([&](WorkspaceTransaction& tx) {
        PlatformStore store{tx};
        auto platform = store.find();
        platform.asked_at = base::now();
        platform.last_error = round.failure ? sentence_of(*round.failure) : std::string{};
        if (!round.failure) platform.seen_until = round.seen_until;
        store.save(platform);
        events::touch(tx, "einvoicing_platform");
    });
}

} // namespace

void use_platforms(PlatformOptions options)
{
    used() = options;
}

PlatformReach platform_reach()
{
    return used().reach;
}

std::string asked_after(const std::string& seen_until)
{
    const auto seen = base::parse_iso(seen_until);
    if (!seen) return {};
    return base::iso(*seen - std::chrono::duration_cast<std::chrono::microseconds>(overlap));
}

std::unique_ptr<PlatformConnector> active_connector(const tenancy::Context& context)
{
    const auto platform = kept(context);
    if (platform.state != PlatformState::active) return {};
    const auto account = account_of(platform, *used().vault, context.workspace().id);
    return account ? connector(*account, used().reach) : nullptr;
}

void run_trial(tenancy::Context& context, const jobs::Job&)
{
    const auto platform = kept(context);
    const auto account = account_of(platform, *used().vault, context.workspace().id);
    if (!account) return;
    const auto found =
        connector(*account, used().reach)
            ->search(
                {.updated_after = {}, .direction = "In", .tracking = {}, .cursor = {}, .limit = 1});
    context.write([&](WorkspaceTransaction& tx) {
        PlatformStore store{tx};
        auto now = store.find();
        if (now.address != platform.address || now.sealed_secret != platform.sealed_secret) return;
        const auto* failure = std::get_if<Failure>(&found);
        now.last_error = failure != nullptr ? sentence_of(*failure) : std::string{};
        now.verified_at = failure != nullptr ? std::optional<base::Instant>{} : base::now();
        store.save(now);
        events::touch(tx, "einvoicing_platform");
    });
}

void run_fetching(tenancy::Context& context, const jobs::Job&)
{
    const auto platform = kept(context);
    const auto speaker = active_connector(context);
    if (!speaker) return;
    note(context, fetch(context, *speaker, platform));
}

void plan_fetching(db::Database& database)
{
    tenancy::Platform everywhere{database};
    for (const auto& workspace : everywhere.read(auth::every_workspace)) {
        if (!workspace.modules.contains("einvoicing")) continue;
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        if (kept(context).state != PlatformState::active) continue;
        context.write([](WorkspaceTransaction& tx) {
            jobs::enqueue(tx, {.kind = fetching_job, .payload = {}, .dedupe = "fetch"});
            jobs::enqueue(tx, {.kind = following_job, .payload = {}, .dedupe = "follow"});
            jobs::enqueue(tx, {.kind = telling_job, .payload = {}, .dedupe = "reports"});
            send_waiting(tx);
            send_waiting_dispatches(tx);
        });
    }
}

} // namespace einvoicing
