#include "kernel/jobs/job_store.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/story_clock.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>

namespace jobs
{
namespace
{

constexpr std::size_t error_length_max = 500; // characters kept of a failure
constexpr std::size_t payload_bytes_max = 64 * 1024;

struct AnyJobRow {
    tenancy::WorkspaceId workspace_id;
    JobId id;
    std::string kind;
    std::string payload;
    State state = State::ready;
    base::Instant run_at;
    std::int64_t attempts = 0;
    std::string last_error;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(AnyJobRow, (),
                      (workspace_id, id, kind, payload, state, run_at, attempts, last_error,
                       created_at))

constexpr db::Query insert_job{"jobs.insert", R"sql(
    INSERT INTO job (workspace_id, id, kind, payload, state, run_at, attempts, dedupe, lease_until, lease_token,
                     last_error, created_at)
    VALUES (:workspace, :id, :kind, :payload, 'ready', :run_at, 0, :dedupe, 0, '', '', :created_at)
    ON CONFLICT DO NOTHING
)sql"};

constexpr db::Query claim_sqlite{"jobs.claim_sqlite", R"sql(
    -- all workspaces: one queue serves them all
    UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = :lease_until, lease_token = :token
     WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM job
                                   WHERE state = 'ready' AND run_at <= :now
                                   ORDER BY run_at, workspace_id, id LIMIT :limit)
    RETURNING workspace_id, id, kind, payload, state, run_at, attempts, last_error, created_at
)sql"};

constexpr db::Query claim_postgres{"jobs.claim_postgres", R"sql(
    -- all workspaces: one queue serves them all
    WITH due AS MATERIALIZED (
        SELECT workspace_id, id FROM job
         WHERE state = 'ready' AND run_at <= :now
         ORDER BY run_at, workspace_id, id LIMIT :limit FOR UPDATE SKIP LOCKED)
    UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = :lease_until, lease_token = :token
      FROM due WHERE job.workspace_id = due.workspace_id AND job.id = due.id
    RETURNING job.workspace_id, job.id, job.kind, job.payload, job.state, job.run_at, job.attempts,
              job.last_error, job.created_at
)sql"};

constexpr db::Query release{"jobs.release_expired", R"sql(
    -- all workspaces: a dead process held leases everywhere
    UPDATE job SET state = 'ready', lease_token = '' WHERE state = 'running' AND lease_until < :now
)sql"};

constexpr db::Query extend{"jobs.extend_lease", R"sql(
    UPDATE job SET lease_until = :lease_until
     WHERE workspace_id = :owner AND id = :id AND lease_token = :token AND state = 'running'
    -- all workspaces: the runner holds the job's own workspace in :owner
)sql"};

constexpr db::Query settle{"jobs.settle", R"sql(
    UPDATE job SET state = :state, run_at = :run_at, last_error = :error, lease_token = ''
     WHERE workspace_id = :owner AND id = :id AND lease_token = :token AND state = 'running'
    -- all workspaces: the runner holds the job's own workspace in :owner
)sql"};

constexpr db::Query remove{"jobs.forget", R"sql(
    DELETE FROM job
     WHERE workspace_id = :owner AND id = :id AND lease_token = :token AND state = 'running'
    -- all workspaces: the runner holds the job's own workspace in :owner
)sql"};

constexpr db::Query prune{"jobs.prune_done", R"sql(
    -- all workspaces: housekeeping
    DELETE FROM job WHERE (workspace_id, id) IN (
        SELECT workspace_id, id FROM job WHERE state = 'done' AND created_at < :before LIMIT 1000)
)sql"};

constexpr db::Query recent_jobs{"jobs.recent", R"sql(
    SELECT workspace_id, id, kind, payload, state, run_at, attempts, last_error, created_at
      FROM job WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 100
)sql"};

constexpr db::Query recent_in_state{"jobs.recent_in_state", R"sql(
    SELECT workspace_id, id, kind, payload, state, run_at, attempts, last_error, created_at
      FROM job WHERE workspace_id = :workspace AND state = :state ORDER BY id DESC LIMIT 100
)sql"};

constexpr db::Query find_state{"jobs.find_state", R"sql(
    SELECT state FROM job WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query restart{"jobs.restart", R"sql(
    UPDATE job SET state = 'ready', run_at = :now, attempts = 0
     WHERE workspace_id = :workspace AND id = :id AND state = 'failed'
       AND NOT EXISTS (SELECT 1 FROM job twin
                        WHERE twin.workspace_id = :workspace AND twin.kind = job.kind AND twin.dedupe = job.dedupe
                          AND job.dedupe <> '' AND twin.state IN ('ready', 'running'))
)sql"};

constexpr db::Query begin_held{"jobs.begin_told", R"sql(
    UPDATE job SET run_at = :now
     WHERE workspace_id = :workspace AND state = 'ready' AND run_at > :now AND run_at <= :until
)sql"};

Job job_of(AnyJobRow row)
{
    return {.id = row.id,
            .workspace = row.workspace_id,
            .kind = std::move(row.kind),
            .payload = std::move(row.payload),
            .state = row.state,
            .run_at = row.run_at,
            .attempts = row.attempts,
            .last_error = std::move(row.last_error),
            .created_at = row.created_at};
}

/// A platform's transaction binds the workspace by hand: its own jobs are in workspace 0.
db::Binds in_scope(const db::Transaction& tx, db::Binds binds)
{
    if (tx.scope().kind == db::Scope::Kind::Platform)
        binds.emplace_back("workspace", std::int64_t{0});
    return binds;
}

base::Instant due(const NewJob& job)
{
    const auto due = job.run_at.micros == 0 ? base::now() : job.run_at;
    if (!base::StoryClock::told()) return due;
    return std::max(due, base::real_now() + story_time_max);
}

void insert(db::Transaction& tx, const NewJob& job)
{
    KERNEL_ASSERT(job.payload.size() <= payload_bytes_max);
    const auto now = base::now();
    tx.execute(insert_job, in_scope(tx, {{"id", tx.make_id<JobId>()},
                                         {"kind", job.kind},
                                         {"payload", job.payload},
                                         {"run_at", due(job)},
                                         {"dedupe", job.dedupe},
                                         {"created_at", now}}));
    tx.after_commit(wake);
}

bool settle_as(tenancy::PlatformTransaction& tx, const Claim& claim, State state,
               base::Instant run_at, std::string_view error)
{
    return tx.execute(settle, {{"state", state},
                               {"run_at", run_at},
                               {"error", base::shorten(error, error_length_max)},
                               {"owner", claim.job.workspace},
                               {"id", claim.job.id},
                               {"token", claim.token}}) == 1;
}

} // namespace

void enqueue(tenancy::WorkspaceTransaction& tx, const NewJob& job)
{
    insert(tx, job);
}
void enqueue(tenancy::PlatformTransaction& tx, const NewJob& job)
{
    insert(tx, job);
}

void begin_told(tenancy::WorkspaceTransaction& tx)
{
    const auto now = base::now();
    tx.execute(begin_held, {{"now", now}, {"until", now + story_time_max}});
    tx.after_commit(wake);
}

std::vector<Claim> claim_due(tenancy::PlatformTransaction& tx, std::string_view token,
                             base::Instant lease_until, std::int64_t limit)
{
    const auto& claim = tx.engine() == db::Engine::Sqlite ? claim_sqlite : claim_postgres;
    std::vector<Claim> claims;
    for (auto& row : tx.rows<AnyJobRow>(claim, {{"lease_until", lease_until},
                                                {"token", token},
                                                {"now", base::now()},
                                                {"limit", limit}}))
        claims.push_back({.job = job_of(std::move(row)), .token = std::string{token}});
    return claims;
}

std::int64_t release_expired(tenancy::PlatformTransaction& tx)
{
    return tx.execute(release, {{"now", base::real_now()}});
}

bool extend_lease(tenancy::PlatformTransaction& tx, const Claim& claim, base::Instant lease_until)
{
    return tx.execute(extend, {{"lease_until", lease_until},
                               {"owner", claim.job.workspace},
                               {"id", claim.job.id},
                               {"token", claim.token}}) == 1;
}

bool finish(tenancy::PlatformTransaction& tx, const Claim& claim)
{
    return settle_as(tx, claim, State::done, claim.job.run_at, "");
}

bool forget(tenancy::PlatformTransaction& tx, const Claim& claim)
{
    return tx.execute(
               remove,
               {{"owner", claim.job.workspace}, {"id", claim.job.id}, {"token", claim.token}}) == 1;
}

bool retry_at(tenancy::PlatformTransaction& tx, const Claim& claim, base::Instant at,
              std::string_view error)
{
    return settle_as(tx, claim, State::ready, at, error);
}

bool give_up(tenancy::PlatformTransaction& tx, const Claim& claim, std::string_view error)
{
    return settle_as(tx, claim, State::failed, claim.job.run_at, error);
}

std::int64_t prune_done(tenancy::PlatformTransaction& tx, base::Instant before)
{
    return tx.execute(prune, {{"before", before}});
}

std::vector<Job> recent(tenancy::WorkspaceTransaction& tx, std::optional<State> state)
{
    std::vector<Job> found;
    auto rows = state ? tx.rows<AnyJobRow>(recent_in_state, {{"state", *state}})
                      : tx.rows<AnyJobRow>(recent_jobs);
    for (auto& row : rows)
        found.push_back(job_of(std::move(row)));
    return found;
}

void retry(tenancy::WorkspaceTransaction& tx, JobId id)
{
    if (!tx.value<State>(find_state, {{"id", id}})) throw base::NotFound{};
    if (tx.execute(restart, {{"id", id}, {"now", base::now()}}) == 1) tx.after_commit(wake);
}

} // namespace jobs
