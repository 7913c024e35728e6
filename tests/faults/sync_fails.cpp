// Makes the disk refuse to sync: nobody is told that a work is stored when it is not, and the
// database goes on once the disk does.

#include "kernel/db/test_schema.hpp"
#include "tests/faults/checks.hpp"
#include "tests/faults/ledger.hpp"
#include "tests/support/database.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <iostream>
#include <thread>
#include <vector>

namespace
{

constexpr int writers = 8;
constexpr int works_of_writer = 50;
constexpr int sometimes = 3; // one sync in three

std::atomic<bool> disk_fails{false};
std::atomic<int> failing_share{sometimes};
std::atomic<int> syncs{0};
std::atomic<int> failed_syncs{0};

} // namespace

/// Instead of the C library's, which SQLite would call.
extern "C" int fdatasync(int descriptor)
{
    static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fdatasync"));
    if (++syncs % failing_share != 0 || !disk_fails) return real(descriptor);
    ++failed_syncs;
    errno = EIO;
    return -1;
}

namespace
{

struct Outcome {
    std::atomic<int> stored{0};
    std::atomic<int> told{0};
    std::atomic<int> misled{0};
};

void write_many(db::Database& database, Outcome& outcome, std::vector<std::int64_t>& acknowledged)
{
    for (int work = 0; work < works_of_writer; ++work) {
        try {
            acknowledged.push_back(faults::add_pair(database, "work"));
            ++outcome.stored;
        } catch (const db::Unavailable&) {
            ++outcome.told;
        } catch (const std::exception&) {
            ++outcome.misled;
        }
    }
}

std::set<std::int64_t> write_in_parallel(db::Database& database, Outcome& outcome)
{
    std::vector<std::vector<std::int64_t>> acknowledged(writers);
    std::vector<std::thread> threads;
    for (auto& mine : acknowledged)
        threads.emplace_back([&] { write_many(database, outcome, mine); });
    for (auto& thread : threads)
        thread.join();
    std::set<std::int64_t> all;
    for (const auto& mine : acknowledged)
        all.insert(mine.begin(), mine.end());
    return all;
}

bool is_told(db::Database& database)
{
    try {
        faults::add_pair(database, "refused");
        return false;
    } catch (const db::Unavailable&) {
        return true;
    }
}

} // namespace

int main()
{
    const auto fixture = test_support::fresh_database(db::Engine::Sqlite, db::test_schema::files);
    auto& database = fixture->database();
    faults::Checks checks;
    auto acknowledged = std::set<std::int64_t>{faults::add_pair(database, "before")};

    Outcome outcome;
    disk_fails = true;
    acknowledged.merge(write_in_parallel(database, outcome));
    failing_share = 1;
    const bool is_told_alone = is_told(database);
    disk_fails = false;
    checks.that(failed_syncs > 0, "the disk failed at all");
    checks.that(is_told_alone, "a work whose sync failed is told as not stored");
    checks.that(outcome.misled == 0, "and told as the database being unavailable");
    checks.that(faults::read_stored(database).clients == acknowledged,
                "what is stored is what was acknowledged");

    acknowledged.insert(faults::add_pair(database, "after"));
    const auto stored = faults::read_stored(database);
    checks.that(stored.clients == acknowledged && stored.halves == 0, "the database goes on");
    checks.that(faults::integrity_of(fixture->options()) == "ok", "the file is intact");
    std::cout << failed_syncs << " syncs failed: " << outcome.stored << " works acknowledged, "
              << outcome.told << " told as not stored\n";
    return checks.report();
}
