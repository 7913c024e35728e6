#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/jobs/job_store.hpp"
#include "kernel/log/log.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <sys/resource.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace jobs
{
namespace
{

using namespace std::chrono_literals;

constexpr auto lease_for = 60s;
constexpr auto renew_every = 20s;
constexpr auto poll_every = 5s;
constexpr auto reap_every = 15s;
constexpr auto done_kept_for = std::chrono::hours{24 * 30};
constexpr std::int64_t claimed_at_once = 1; // the lease of a job that only waits is not renewed
constexpr std::size_t token_bytes = 16;
constexpr int niceness = 10; ///< of a thread that works on jobs: somebody waits for the others

std::mutex wake_mutex;
std::condition_variable_any wake_signal;
std::uint64_t wake_count = 0;

/// This thread steps back when a request wants the processor. Where the system forbids it, it works
/// as before.
void yield_to_requests()
{
    constexpr int this_thread = 0;
    static_cast<void>(::setpriority(PRIO_PROCESS, this_thread, niceness));
}

/// Leases use the real clock: a moved business clock must not let two processes run one job.
base::Instant lease_end()
{
    return base::real_now() + lease_for;
}

} // namespace

std::vector<std::chrono::seconds> default_delays()
{
    return {5s, 30s, 2min, 10min, 1h, 6h};
}

void wake()
{
    {
        const std::scoped_lock lock{wake_mutex};
        ++wake_count;
    }
    wake_signal.notify_all();
}

void Registry::add(std::string_view kind, Kind what)
{
    if (what.delays.empty()) what.delays = default_delays();
    const bool is_new = kinds_.try_emplace(std::string{kind}, std::move(what)).second;
    KERNEL_ASSERT(is_new);
}

const Kind* Registry::find(std::string_view kind) const
{
    const auto found = kinds_.find(kind);
    return found == kinds_.end() ? nullptr : &found->second;
}

Registry& registry()
{
    static Registry the_registry;
    return the_registry;
}

class Runner::Impl
{
  public:
    Impl(db::Database& database, WorkspaceLoader loader, int threads)
        : platform_(database), loader_(std::move(loader)), threads_wanted_(threads),
          token_(base::hex(base::random_bytes(token_bytes)))
    {
    }

    void start()
    {
        for (int i = 0; i < threads_wanted_; ++i)
            threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
        threads_.emplace_back([this](const std::stop_token& stop) { reap(stop); });
    }

    void stop()
    {
        for (auto& thread : threads_)
            thread.request_stop();
        wake();
        threads_.clear();
    }

    int run_due()
    {
        int ran = 0;
        for (auto claims = claim(); !claims.empty(); claims = claim())
            for (const auto& claimed : claims)
                run(claimed), ++ran;
        return ran;
    }

  private:
    std::vector<Claim> claim()
    {
        return platform_.write([&](tenancy::PlatformTransaction& tx) {
            return claim_due(tx, token_, lease_end(), claimed_at_once);
        });
    }

    void work(const std::stop_token& stop)
    {
        yield_to_requests();
        std::uint64_t seen = 0;
        while (!stop.stop_requested()) {
            try {
                if (run_due() > 0) continue;
            } catch (const std::exception& error) {
                logs::error("jobs.claim_failed", {{"cause", error.what()}});
            }
            std::unique_lock lock{wake_mutex};
            wake_signal.wait_for(lock, stop, poll_every, [&] { return wake_count != seen; });
            seen = wake_count;
        }
    }

    void reap(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            try {
                platform_.write([](tenancy::PlatformTransaction& tx) {
                    if (release_expired(tx) > 0) tx.after_commit(wake);
                    prune_done(tx, base::now() - done_kept_for);
                });
            } catch (const std::exception& error) {
                logs::error("jobs.reap_failed", {{"cause", error.what()}});
            }
            std::unique_lock lock{wake_mutex};
            wake_signal.wait_for(lock, stop, reap_every, [] { return false; });
        }
    }

    /// A database that is away for a moment is no reason to end the process.
    void renew(const Claim& claimed)
    {
        try {
            platform_.write(
                [&](tenancy::PlatformTransaction& tx) { extend_lease(tx, claimed, lease_end()); });
        } catch (const std::exception& error) {
            logs::warn("jobs.renewal_failed",
                       {{"job", claimed.job.id.value}, {"cause", error.what()}});
        }
    }

    /// Keeps the lease of a long handler alive from a thread of its own.
    std::jthread renewer(const Claim& claimed)
    {
        return std::jthread{[this, &claimed](const std::stop_token& stop) {
            std::mutex mutex;
            std::condition_variable_any signal;
            std::unique_lock lock{mutex};
            while (!signal.wait_for(lock, stop, renew_every, [] { return false; }) &&
                   !stop.stop_requested())
                renew(claimed);
        }};
    }

    void run(const Claim& claimed)
    {
        const auto* kind = registry().find(claimed.job.kind);
        try {
            if (kind == nullptr) throw std::runtime_error("no handler for this kind");
            handle(*kind, claimed);
            const auto settle = kind->once_done == OnceDone::Forgotten ? forget : finish;
            platform_.write([&](tenancy::PlatformTransaction& tx) { settle(tx, claimed); });
        } catch (const std::exception& error) {
            after_failure(kind, claimed, error.what());
        }
    }

    tenancy::Context context_of(const Job& job)
    {
        tenancy::Workspace workspace;
        if (job.workspace) {
            auto found = loader_(job.workspace);
            if (!found) throw std::runtime_error("its workspace is gone");
            workspace = std::move(*found);
        }
        return {platform_.database(),
                std::move(workspace),
                tenancy::Actor::system(),
                {.address = "", .request_id = "job-" + job.id.text(), .user_agent = ""}};
    }

    /// Whoever listens must not keep the job from being marked.
    void tell_end(const Job& job)
    {
        if (!job.workspace) return;
        try {
            context_of(job).write([&](tenancy::WorkspaceTransaction& tx) {
                events::publish(tx, JobGaveUp{.job = job.id, .kind = job.kind});
            });
        } catch (const std::exception& error) {
            logs::error("jobs.end_not_told", {{"job", job.id.value}, {"cause", error.what()}});
        }
    }

    void handle(const Kind& kind, const Claim& claimed)
    {
        auto context = context_of(claimed.job);
        std::optional<i18n::WordsScope> words;
        if (!context.workspace().preset.empty()) // the platform has none
            words.emplace(tenancy::words_of(context.workspace(), tenancy::Side::staff));
        const auto renewing = renewer(claimed);
        kind.handler(context, claimed.job);
    }

    void after_failure(const Kind* kind, const Claim& claimed, std::string_view cause)
    {
        const auto attempt = static_cast<std::size_t>(claimed.job.attempts);
        const bool is_last = kind == nullptr || attempt > kind->delays.size();
        logs::warn("jobs.attempt_failed", {{"kind", claimed.job.kind},
                                           {"job", claimed.job.id.value},
                                           {"attempt", claimed.job.attempts},
                                           {"cause", cause}});
        if (is_last) tell_end(claimed.job);
        platform_.write([&](tenancy::PlatformTransaction& tx) {
            if (is_last)
                give_up(tx, claimed, cause);
            else
                retry_at(tx, claimed, base::now() + kind->delays[attempt - 1], cause);
        });
    }

    tenancy::Platform platform_;
    WorkspaceLoader loader_;
    int threads_wanted_;
    std::string token_;
    std::vector<std::jthread> threads_;
};

Runner::Runner(db::Database& database, WorkspaceLoader loader, int threads)
    : impl_(std::make_unique<Impl>(database, std::move(loader), threads))
{
}
Runner::~Runner()
{
    stop();
}
void Runner::start()
{
    impl_->start();
}
void Runner::stop()
{
    impl_->stop();
}
int Runner::run_due()
{
    return impl_->run_due();
}

} // namespace jobs
