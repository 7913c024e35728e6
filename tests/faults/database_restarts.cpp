// Restarts PostgreSQL under writers and under the program: what was acknowledged is stored, the
// others are told, and all goes on by itself.

#include "kernel/db/test_schema.hpp"
#include "tests/faults/checks.hpp"
#include "tests/faults/ledger.hpp"
#include "tests/faults/postgres_cluster.hpp"
#include "tests/faults/program.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"
#include "tests/support/raw_client.hpp"

#include <atomic>
#include <chrono>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;
using faults::PostgresCluster;

constexpr int writers = 8;
constexpr auto load_between = 700ms;
constexpr auto pause_when_told = 5ms;
constexpr auto patience = 20s;
constexpr auto look_every = 20ms;

/// Writers that never give up, and what they were told.
class Load
{
  public:
    explicit Load(db::Database& database)
    {
        for (int n = 0; n < writers; ++n)
            threads_.emplace_back([&](const std::stop_token& stop) { write(database, stop); });
    }
    ~Load() { end(); }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    void end() { threads_.clear(); }
    std::size_t count()
    {
        const std::lock_guard lock{mutex_};
        return acknowledged_.size();
    }
    const std::set<std::int64_t>& acknowledged() const { return acknowledged_; }
    int told() const { return told_; }
    int misled() const { return misled_; }
    const std::string& reason() const { return reason_; }

  private:
    void write(db::Database& database, const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            try {
                const auto id = faults::add_pair(database, "work");
                const std::lock_guard lock{mutex_};
                acknowledged_.insert(id);
            } catch (const db::Unavailable&) {
                ++told_;
                std::this_thread::sleep_for(pause_when_told);
            } catch (const std::exception& error) {
                ++misled_;
                const std::lock_guard lock{mutex_};
                reason_ = error.what();
            }
        }
    }

    std::mutex mutex_;
    std::set<std::int64_t> acknowledged_;
    std::string reason_; ///< of the last who was misled
    std::atomic<int> told_{0};
    std::atomic<int> misled_{0};
    std::vector<std::jthread> threads_; ///< first to go
};

/// How long until somebody's write is acknowledged again; `patience` when nobody's is.
std::chrono::milliseconds until_next(Load& load)
{
    const auto since = Clock::now();
    const auto before = load.count();
    while (load.count() == before && Clock::now() - since < patience)
        std::this_thread::sleep_for(look_every);
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
}

void restart_under_writers(PostgresCluster& cluster, faults::Checks& checks)
{
    const auto fixture = test_support::fresh_database(db::Engine::Postgres, db::test_schema::files);
    auto& database = fixture->database();
    std::chrono::milliseconds longest{};
    Load load{database};
    for (const auto how : {PostgresCluster::Stop::AtOnce, PostgresCluster::Stop::Fast,
                           PostgresCluster::Stop::AtOnce}) {
        std::this_thread::sleep_for(load_between);
        cluster.restart(how);
        longest = std::max(longest, until_next(load));
    }
    std::this_thread::sleep_for(load_between);
    load.end();
    const auto stored = faults::read_stored(database);
    const auto lost = faults::lost(load.acknowledged(), stored.clients);
    checks.that(lost == 0, std::to_string(lost) + " acknowledged works were lost");
    checks.that(stored.halves == 0, "a work is stored by half");
    checks.that(load.told() > 0, "no restart was felt: nothing is proved");
    checks.that(load.misled() == 0, "a writer got another error: " + load.reason());
    checks.that(longest < patience, "writers go on once the server is back");
    std::cout << "3 restarts under " << writers << " writers: " << load.acknowledged().size()
              << " acknowledged works, " << lost << " lost, " << load.told()
              << " told as not stored, first work at most " << longest.count()
              << " ms after the server was back\n";
}

int status_of(std::uint16_t port, const std::string& path)
{
    try {
        test_support::RawClient client{port};
        client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const auto answer = client.read();
        return answer ? answer->status : 0;
    } catch (const std::runtime_error&) {
        return 0;
    }
}

bool answers(std::uint16_t port, const std::string& path, int status)
{
    const auto end = Clock::now() + patience;
    while (Clock::now() < end) {
        if (status_of(port, path) == status) return true;
        std::this_thread::sleep_for(look_every);
    }
    return false;
}

void restart_under_the_program(PostgresCluster& cluster, faults::Checks& checks)
{
    const test_support::TemporaryFolder folder;
    const auto port = faults::free_port();
    const auto options = test_support::empty_postgres_database();
    faults::Program server{{faults::product(), "serve"},
                           {{"ETABLI_DATA", folder.path() / "data"},
                            {"ETABLI_DATABASE_URL", options.url},
                            {"ETABLI_LISTEN", "127.0.0.1:" + std::to_string(port)}},
                           folder.path() / "log"};
    checks.that(answers(port, "/readyz", 200), "the program starts: " + server.last_words());
    cluster.stop(PostgresCluster::Stop::AtOnce);
    checks.that(answers(port, "/readyz", 503), "without its database it says so");
    checks.that(status_of(port, "/healthz") == 200, "and goes on running");
    cluster.start();
    const auto since = Clock::now();
    checks.that(answers(port, "/readyz", 200), "it is ready again by itself");
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
    checks.that(status_of(port, "/connexion") == 200, "and shows its pages");
    checks.that(server.is_running(), "without having been started again");
    std::cout << "the program was ready " << took.count() << " ms after the server was back\n";
}

} // namespace

int main()
{
    faults::Checks checks;
    PostgresCluster cluster;
    restart_under_writers(cluster, checks);
    restart_under_the_program(cluster, checks);
    return checks.report();
}
