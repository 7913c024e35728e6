#include "kernel/base/refusal.hpp"
#include "kernel/base/story_clock.hpp"
#include "kernel/jobs/job_store.hpp"
#include "kernel/jobs/jobs.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <atomic>
#include <fstream>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

using namespace std::chrono_literals;
using jobs::Job;
using jobs::State;

namespace
{

const tenancy::Workspace vigie{.id = {7}, .slug = "vigie", .name = "Vigie"};
const tenancy::Workspace other{.id = {8}, .slug = "autre", .name = "Autre"};

std::mutex ran_mutex;
std::multiset<std::int64_t> ran;
std::atomic<int> failures_left{0};

void note_job(tenancy::Context&, const Job& job)
{
    const std::scoped_lock lock{ran_mutex};
    ran.insert(job.id.value);
}

void fail_job(tenancy::Context&, const Job&)
{
    if (failures_left-- > 0) throw std::runtime_error("not this time");
}

/// A database with its jobs, and the business clock in a file.
class Queue
{
  public:
    explicit Queue(db::Engine engine) : database_(test_support::fresh_database(engine))
    {
        ran.clear();
        jobs::registry() = {};
        jobs::registry().add("test.note", {.handler = note_job, .delays = {}});
        jobs::registry().add(
            "test.often",
            {.handler = note_job, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
        jobs::registry().add("test.fail", {.handler = fail_job, .delays = {1min, 5min}});
        set_clock("+0s");
        base::set_test_clock("@" + clock_file());
    }
    ~Queue() { base::set_test_clock("+0s"); }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;

    void set_clock(std::string_view shift) const { std::ofstream{clock_file()} << shift; }
    db::Database& database() { return database_->database(); }
    tenancy::Context context(const tenancy::Workspace& workspace = vigie)
    {
        return {database(), workspace, tenancy::Actor::system()};
    }
    tenancy::Platform platform() { return tenancy::Platform{database()}; }
    void add(const jobs::NewJob& job, const tenancy::Workspace& workspace = vigie)
    {
        context(workspace).write(
            [&](tenancy::WorkspaceTransaction& tx) { jobs::enqueue(tx, job); });
    }
    std::vector<Job> all(std::optional<State> state = {},
                         const tenancy::Workspace& workspace = vigie)
    {
        return context(workspace).read(
            [&](tenancy::WorkspaceTransaction& tx) { return jobs::recent(tx, state); });
    }
    jobs::Runner runner(int threads = 1)
    {
        return {
            database(),
            [](tenancy::WorkspaceId id) { return std::optional{id == other.id ? other : vigie}; },
            threads};
    }
    int run() { return runner().run_due(); }
    std::vector<jobs::Claim> claim(std::string_view token, base::Instant until)
    {
        return platform().write(
            [&](tenancy::PlatformTransaction& tx) { return jobs::claim_due(tx, token, until, 8); });
    }
    bool finish(const jobs::Claim& claim)
    {
        return platform().write(
            [&](tenancy::PlatformTransaction& tx) { return jobs::finish(tx, claim); });
    }

  private:
    std::string clock_file() const { return (folder_.path() / "now").string(); }

    test_support::TemporaryFolder folder_;
    std::unique_ptr<test_support::FreshDatabase> database_;
};

} // namespace

TEST_CASE_ENGINES("a job exists exactly when the action that wants it does, and runs once")
{
    Queue queue{engine};
    queue.add({.kind = "test.note", .payload = "{}"});
    CHECK_THROWS_AS(queue.context().write([](tenancy::WorkspaceTransaction& tx) {
        jobs::enqueue(tx, {.kind = "test.note", .payload = "{}"});
        throw base::Refusal{"test.refused"};
    }),
                    base::Refusal);
    CHECK(queue.run() == 1);
    CHECK(queue.run() == 0);
    CHECK(ran.size() == 1);
    REQUIRE(queue.all().size() == 1);
    CHECK(queue.all()[0].state == State::done);
    CHECK(queue.all()[0].attempts == 1);
}

TEST_CASE_ENGINES("four threads claim two hundred jobs and each job runs once")
{
    Queue queue{engine};
    constexpr int count = 200;
    queue.context().write([](tenancy::WorkspaceTransaction& tx) {
        for (int i = 0; i < count; ++i)
            jobs::enqueue(tx, {.kind = "test.note", .payload = "{}"});
    });
    std::atomic<int> claimed{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { claimed += queue.run(); });
    }
    CHECK(claimed == count);
    CHECK(ran.size() == count);
    CHECK(std::set(ran.begin(), ran.end()).size() == count);
}

TEST_CASE_ENGINES("who lost his lease can neither finish nor fail the job another took")
{
    Queue queue{engine};
    queue.add({.kind = "test.note", .payload = "{}"});
    const auto lost = queue.claim("first", base::real_now() - 1s);
    REQUIRE(lost.size() == 1);
    CHECK(queue.claim("second", base::real_now() + 60s).empty());

    CHECK(queue.platform().write(
              [](tenancy::PlatformTransaction& tx) { return jobs::release_expired(tx); }) == 1);
    const auto taken = queue.claim("second", base::real_now() + 60s);
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].job.id == lost[0].job.id);
    CHECK(taken[0].job.attempts == 2);
    CHECK_FALSE(queue.finish(lost[0]));
    CHECK_FALSE(queue.platform().write([&](tenancy::PlatformTransaction& tx) {
        return jobs::give_up(tx, lost[0], "late") ||
               jobs::retry_at(tx, lost[0], base::now(), "late") ||
               jobs::extend_lease(tx, lost[0], base::real_now() + 60s);
    }));
    CHECK(queue.finish(taken[0]));
    CHECK(queue.all()[0].state == State::done);
}

TEST_CASE_ENGINES("a business clock that is moved takes no lease away")
{
    Queue queue{engine};
    queue.add({.kind = "test.note", .payload = "{}"});
    const auto held = queue.claim("first", base::real_now() + 60s);
    queue.set_clock("+3d");
    CHECK(queue.platform().write(
              [](tenancy::PlatformTransaction& tx) { return jobs::release_expired(tx); }) == 0);
    CHECK(queue.finish(held.at(0)));
}

TEST_CASE_ENGINES("a job that fails comes back after each delay of its kind, then is failed")
{
    Queue queue{engine};
    failures_left = 100;
    queue.add({.kind = "test.fail", .payload = "{}"});
    CHECK(queue.run() == 1);
    CHECK(queue.all()[0].state == State::ready);
    CHECK(queue.all()[0].last_error == "not this time");
    queue.set_clock("+59s");
    CHECK(queue.run() == 0);
    queue.set_clock("+61s");
    CHECK(queue.run() == 1);
    queue.set_clock("+5m");
    CHECK(queue.run() == 0);
    queue.set_clock("+7m");
    CHECK(queue.run() == 1);
    CHECK(queue.all()[0].state == State::failed);
    CHECK(queue.all()[0].attempts == 3);
    queue.set_clock("+3d");
    CHECK(queue.run() == 0);

    failures_left = 0;
    const auto id = queue.all()[0].id;
    queue.context().write([&](tenancy::WorkspaceTransaction& tx) { jobs::retry(tx, id); });
    CHECK(queue.run() == 1);
    CHECK(queue.all()[0].state == State::done);
    queue.context().write([&](tenancy::WorkspaceTransaction& tx) { jobs::retry(tx, id); });
    CHECK(queue.all()[0].state == State::done);
}

TEST_CASE_ENGINES("a job nobody handles is failed at once, for an admin to see")
{
    Queue queue{engine};
    queue.add({.kind = "nobody.handles", .payload = "{}"});
    CHECK(queue.run() == 1);
    CHECK(queue.all(State::failed).size() == 1);
}

TEST_CASE_ENGINES("a live twin is not written a second time, a finished one is")
{
    Queue queue{engine};
    const jobs::NewJob job{.kind = "test.note", .payload = "{}", .dedupe = "42"};
    queue.add(job);
    queue.add(job);
    CHECK(queue.all().size() == 1);
    queue.add(job, other);
    CHECK(queue.all({}, other).size() == 1);
    CHECK(queue.run() == 2);
    queue.add(job);
    CHECK(queue.all().size() == 2);
}

TEST_CASE_ENGINES("a failed job is not started again beside a live twin")
{
    Queue queue{engine};
    const jobs::NewJob job{.kind = "nobody.handles", .payload = "{}", .dedupe = "42"};
    queue.add(job);
    queue.run();
    const auto failed = queue.all(State::failed).at(0).id;
    queue.add(job);
    queue.context().write([&](tenancy::WorkspaceTransaction& tx) { jobs::retry(tx, failed); });
    CHECK(queue.all(State::ready).size() == 1);
    CHECK(queue.all(State::failed).size() == 1);
}

TEST_CASE_ENGINES("a job waits for its time, and another workspace neither sees nor starts it")
{
    Queue queue{engine};
    queue.add({.kind = "test.note", .payload = "{}", .run_at = base::now() + 1h});
    CHECK(queue.run() == 0);
    const auto id = queue.all()[0].id;
    CHECK(queue.all({}, other).empty());
    CHECK_THROWS_AS(
        queue.context(other).write([&](tenancy::WorkspaceTransaction& tx) { jobs::retry(tx, id); }),
        base::NotFound);
    queue.set_clock("+2h");
    CHECK(queue.run() == 1);
}

TEST_CASE_ENGINES("the platform's own jobs run without a workspace")
{
    Queue queue{engine};
    queue.platform().write([](tenancy::PlatformTransaction& tx) {
        jobs::enqueue(tx, {.kind = "test.note", .payload = "{}"});
    });
    CHECK(queue.all().empty());
    CHECK(queue.run() == 1);
}

TEST_CASE_ENGINES("a commit that enqueues wakes a sleeping runner")
{
    Queue queue{engine};
    auto runner = queue.runner(2);
    runner.start();
    std::this_thread::sleep_for(200ms);
    const auto began = std::chrono::steady_clock::now();
    queue.add({.kind = "test.note", .payload = "{}"});
    const auto has_run = [] {
        const std::scoped_lock lock{ran_mutex};
        return !ran.empty();
    };
    while (!has_run() && std::chrono::steady_clock::now() - began < 4s)
        std::this_thread::sleep_for(5ms);
    CHECK(has_run());
    CHECK(std::chrono::steady_clock::now() - began < 3s); // a poll comes every 5 s
    runner.stop();
}

TEST_CASE_ENGINES("old finished jobs are deleted, others are kept")
{
    Queue queue{engine};
    queue.add({.kind = "test.note", .payload = "{}"});
    queue.add({.kind = "nobody.handles", .payload = "{}"});
    queue.run();
    const auto prune = [&](base::Instant before) {
        return queue.platform().write(
            [&](tenancy::PlatformTransaction& tx) { return jobs::prune_done(tx, before); });
    };
    CHECK(prune(base::now() - 1h) == 0);
    CHECK(prune(base::now() + 1h) == 1);
    CHECK(queue.all(State::failed).size() == 1);
}

TEST_CASE_ENGINES("a job that waits behind a long one is not held by who runs the long one")
{
    Queue queue{engine};
    queue.add({.kind = "test.note", .payload = "{}"});
    queue.add({.kind = "test.note", .payload = "{}"});
    static Queue* shared = nullptr;
    static std::size_t free_meanwhile = 0;
    shared = &queue;
    free_meanwhile = 0;
    jobs::registry() = {};
    jobs::registry().add("test.note", {.handler =
                                           [](tenancy::Context& context, const Job& job) {
                                               note_job(context, job);
                                               free_meanwhile += shared->all(State::ready).size();
                                           },
                                       .delays = {}});
    CHECK(queue.run() == 2);
    CHECK(free_meanwhile == 1);
}

TEST_CASE_ENGINES("what a story leaves for later begins when the story is over")
{
    Queue queue{engine};
    {
        const base::StoryClock clock{base::real_now() - 24h * 100};
        queue.add({.kind = "test.note", .payload = "{}"});
        queue.add({.kind = "test.note", .payload = "{}", .run_at = base::now() + 48h});
        queue.add({.kind = "test.note", .payload = "{}", .run_at = base::now() + 24h * 200});
        queue.add({.kind = "test.note", .payload = "{}"}, other);
    }
    CHECK(queue.run() == 0);
    queue.context().write(jobs::begin_told);
    CHECK(queue.run() == 2);
    CHECK(queue.all(State::ready).size() == 1);
    queue.set_clock("+11m");
    CHECK(queue.run() == 1); // of the other, whose story was cut short
}

TEST_CASE_ENGINES("a job that is forgotten once done leaves no row, and can be asked for again")
{
    Queue queue{engine};
    for (int round = 0; round < 2; ++round) {
        queue.add({.kind = "test.often", .payload = "{}", .dedupe = "one"});
        CHECK(queue.runner().run_due() == 1);
        CHECK(queue.all().empty());
    }
}
