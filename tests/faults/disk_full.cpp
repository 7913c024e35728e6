// Fills the disk under a writing database: writers are told, readers go on, nothing is half done,
// and room given back is enough to write again.

#include "kernel/db/test_schema.hpp"
#include "tests/faults/checks.hpp"
#include "tests/faults/ledger.hpp"
#include "tests/support/database.hpp"

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

namespace
{

constexpr std::size_t note_bytes = 8'192;
constexpr int works_max = 20'000; // far more than the small disk holds
constexpr int writers = 8;
constexpr rlim_t small_file_bytes = 3 * 1'024 * 1'024;

/// A disk that is soon full. As root a tmpfs nobody else sees; otherwise a limit on the size of
/// files.
class SmallDisk
{
  public:
    SmallDisk()
    {
        const auto place = folder_.path().c_str();
        is_tmpfs_ = ::unshare(CLONE_NEWNS) == 0 &&
                    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    ::mount("tmpfs", place, "tmpfs", 0, "size=6m") == 0;
        std::signal(SIGXFSZ, SIG_IGN);
    }
    ~SmallDisk()
    {
        if (is_tmpfs_) ::umount2(folder_.path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    void shrink() const
    {
        if (!is_tmpfs_) limit_files(small_file_bytes);
    }
    void give_room() const
    {
        if (!is_tmpfs_)
            limit_files(RLIM_INFINITY);
        else if (::mount(nullptr, folder_.path().c_str(), nullptr, MS_REMOUNT, "size=64m") != 0)
            std::abort();
    }
    const char* kind() const { return is_tmpfs_ ? "a tmpfs of 6 MB" : "files limited to 3 MB"; }
    const std::filesystem::path& path() const { return folder_.path(); }

  private:
    static void limit_files(rlim_t bytes)
    {
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = std::min(bytes, limit.rlim_max);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    test_support::TemporaryFolder folder_;
    bool is_tmpfs_ = false;
};

struct Outcome {
    std::set<std::int64_t> acknowledged;
    int told = 0;       ///< db::Unavailable
    int misled = 0;     ///< any other error
    std::string reason; ///< of the last
};

/// Every writer goes on until it is told that there is no room.
Outcome fill(db::Database& database)
{
    Outcome outcome;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int n = 0; n < writers; ++n)
        threads.emplace_back([&] {
            for (int work = 0; work < works_max / writers; ++work) {
                try {
                    const auto id = faults::add_pair(database, std::string(note_bytes, 'x'));
                    const std::lock_guard lock{mutex};
                    outcome.acknowledged.insert(id);
                } catch (const db::Unavailable& error) {
                    const std::lock_guard lock{mutex};
                    ++outcome.told;
                    outcome.reason = error.what();
                    return;
                } catch (const std::exception& error) {
                    const std::lock_guard lock{mutex};
                    ++outcome.misled;
                    outcome.reason = error.what();
                    return;
                }
            }
        });
    for (auto& thread : threads)
        thread.join();
    return outcome;
}

void check_full(db::Database& database, const Outcome& outcome, faults::Checks& checks)
{
    checks.that(outcome.told == writers,
                "every writer is told that there is no room: " + outcome.reason);
    checks.that(outcome.misled == 0, "no writer gets another error: " + outcome.reason);
    checks.that(!outcome.acknowledged.empty(), "something was written before the disk was full");
    const auto stored = faults::read_stored(database);
    checks.that(stored.clients == outcome.acknowledged,
                "reads go on and show exactly what was acknowledged");
    checks.that(stored.halves == 0, "nothing is stored by half");
}

} // namespace

int main()
{
    const SmallDisk disk;
    const db::DatabaseOptions options{.url = "sqlite:" + (disk.path() / "etabli.sqlite").string()};
    db::migrate(options, db::test_schema::files);
    faults::Checks checks;
    auto database = db::Database::open(options);
    faults::add_pair(*database, "before");
    const auto before = faults::read_stored(*database).clients;
    disk.shrink();
    auto outcome = fill(*database);
    outcome.acknowledged.insert(before.begin(), before.end());
    check_full(*database, outcome, checks);

    disk.give_room();
    try {
        outcome.acknowledged.insert(faults::add_pair(*database, "after"));
        checks.that(true, "");
    } catch (const std::exception& error) {
        checks.that(false,
                    std::string{"room given back is enough to write again: "} + error.what());
    }
    database.reset();
    checks.that(faults::integrity_of(options) == "ok", "the file is intact");
    database = db::Database::open(options);
    checks.that(faults::read_stored(*database).clients == outcome.acknowledged,
                "and holds what was acknowledged");
    std::cout << disk.kind() << ": " << outcome.acknowledged.size() << " acknowledged works, "
              << outcome.told << " writers told (" << outcome.reason << ")\n";
    database.reset();
    return checks.report();
}
