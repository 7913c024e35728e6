#pragma once

#include "kernel/tenancy/context.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jobs
{

using JobId = base::Id<struct JobTag>;

enum class State { ready, running, done, failed };
BOOST_DESCRIBE_ENUM(State, ready, running, done, failed)

/// Work for later, written in the action's transaction: it exists exactly when the action does.
/// Run at least once; handlers are idempotent.
struct NewJob {
    std::string_view kind;  ///< "mail.deliver"; its handler is registered under this name
    std::string payload;    ///< JSON of ids and values, ≤ 64 kB
    base::Instant run_at{}; ///< not before; zero = now
    std::string dedupe; ///< while a live job has the same (workspace, kind, dedupe): nothing new
};

struct Job {
    JobId id;
    tenancy::WorkspaceId workspace; ///< zero: the platform's own
    std::string kind;
    std::string payload;
    State state = State::ready;
    base::Instant run_at;
    std::int64_t attempts = 0;
    std::string last_error; ///< one line, no personal data
    base::Instant created_at;
};

void enqueue(tenancy::WorkspaceTransaction& tx, const NewJob& job);
void enqueue(tenancy::PlatformTransaction& tx,
             const NewJob& job); ///< the platform's own (workspace 0)

/// What a story leaves for later (base::StoryClock) is not due before this has passed, or before
/// begin_told() says that the story is over: a process that serves beside would do it at today's
/// clock, in the middle of what is told.
inline constexpr std::chrono::minutes story_time_max{10};
/// Makes due now what was told of this workspace and is past; what is due within story_time_max as
/// well.
void begin_told(tenancy::WorkspaceTransaction& tx);

/// A job used up its attempts: told in its workspace just before it is marked failed, and once more
/// when the process dies between the two. The platform's own jobs tell nobody.
struct JobGaveUp {
    JobId job;
    std::string kind;
};

/// For the admins' page: newest first, at most 100; failed ones can be started again.
std::vector<Job> recent(tenancy::WorkspaceTransaction& tx, std::optional<State> state);
/// Throws base::NotFound; a job that is not failed, or that has a live twin, is left alone.
void retry(tenancy::WorkspaceTransaction& tx, JobId id);

/// A handler throws to say « not this time »: the job is retried after the next delay of its kind,
/// and becomes `failed`, visible to admins, when they are used up.
using Handler = void (*)(tenancy::Context& context, const Job& job);
/// Whether a job that is done stays for the admins' page, or goes: what runs every few seconds.
enum class OnceDone { Kept, Forgotten };
struct Kind {
    Handler handler = nullptr;
    std::vector<std::chrono::seconds> delays; ///< between attempts; empty = default_delays()
    OnceDone once_done = OnceDone::Kept;
};
std::vector<std::chrono::seconds> default_delays(); ///< 5 s, 30 s, 2 min, 10 min, 1 h, 6 h

class Registry
{
  public:
    void add(std::string_view kind, Kind what); ///< a kind twice asserts
    const Kind* find(std::string_view kind) const;

  private:
    std::map<std::string, Kind, std::less<>> kinds_;
};
Registry& registry();

/// Loads the workspace of a job; given by the composition root (auth::workspace_by_id).
using WorkspaceLoader = std::function<std::optional<tenancy::Workspace>(tenancy::WorkspaceId)>;

/// Claims due jobs (lease 60 s, fenced by a token, renewed while a handler runs) and runs them on
/// its own threads. A process that dies loses its lease and another takes over.
class Runner
{
  public:
    Runner(db::Database& database, WorkspaceLoader loader, int threads);
    ~Runner();
    void start();
    void stop(); ///< lets running handlers end
    /// For tests and `work --once`: runs everything due now on this thread; returns how many ran.
    int run_due();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// Wakes the runners of this process; called after a commit that enqueued.
void wake();

} // namespace jobs
