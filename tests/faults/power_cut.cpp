// Cuts the power under a writing database, on paper: every write and sync of SQLite is noted, and
// what a disk could hold at a moment is built from the notes and opened.

#include "kernel/db/test_schema.hpp"
#include "tests/faults/checks.hpp"
#include "tests/faults/disk_journal.hpp"
#include "tests/faults/ledger.hpp"
#include "tests/support/database.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <thread>
#include <vector>

namespace
{

using faults::DiskJournal;

constexpr int writers = 8;
constexpr int works_of_writer = 120;
constexpr std::size_t note_bytes =
    3'000; // so that the write-ahead log is copied back several times
constexpr int cuts = 60;
constexpr int lies_of_a_liar = 5;
constexpr const char* file_name = "etabli.sqlite";

db::DatabaseOptions options_in(const std::filesystem::path& folder)
{
    return {.url = "sqlite:" + (folder / file_name).string()};
}

/// The notes of a database that was written to by several.
std::vector<DiskJournal::Event> write_and_note()
{
    const test_support::TemporaryFolder folder;
    DiskJournal::watch(folder.path());
    db::migrate(options_in(folder.path()), db::test_schema::files);
    const auto database = db::Database::open(options_in(folder.path()));
    std::vector<std::jthread> threads;
    for (int n = 0; n < writers; ++n)
        threads.emplace_back([&] {
            for (int work = 0; work < works_of_writer; ++work)
                DiskJournal::mark(faults::add_pair(*database, std::string(note_bytes, 'x')));
        });
    threads.clear();
    return DiskJournal::events();
}

std::size_t first_mark(const std::vector<DiskJournal::Event>& events)
{
    std::size_t at = 0;
    while (events.at(at).kind != DiskJournal::Event::Kind::Mark)
        ++at;
    return at;
}

std::set<std::int64_t> acknowledged(const std::vector<DiskJournal::Event>& events,
                                    std::size_t until)
{
    std::set<std::int64_t> ids;
    for (std::size_t n = 0; n < until; ++n)
        if (events[n].kind == DiskJournal::Event::Kind::Mark) ids.insert(events[n].at);
    return ids;
}

struct Figures {
    std::int64_t lost = 0;
    std::int64_t halves = 0;
    std::int64_t sectors_lost = 0;
    int damaged = 0; ///< does not open, or fails the check
};

void add_cut(const std::vector<DiskJournal::Event>& events, const faults::Cut& cut,
             std::mt19937& chance, Figures& figures)
{
    const test_support::TemporaryFolder folder;
    const auto remains = faults::remains_of(events, cut, chance);
    figures.sectors_lost += remains.sectors_lost;
    for (const auto& [name, bytes] : remains.files)
        std::ofstream{folder.path() / name, std::ios::binary} << bytes;
    try {
        const auto database = db::Database::open(options_in(folder.path()));
        const auto stored = faults::read_stored(*database);
        figures.lost += faults::lost(acknowledged(events, cut.at), stored.clients);
        figures.halves += stored.halves;
        if (faults::integrity_of(options_in(folder.path())) != "ok") ++figures.damaged;
    } catch (const std::exception& error) {
        if (cut.lies == 0) std::cout << "cut at " << cut.at << ": " << error.what() << "\n";
        ++figures.damaged;
    }
}

Figures cut_often(const std::vector<DiskJournal::Event>& events, int lies, std::uint32_t seed)
{
    std::mt19937 chance{seed};
    std::uniform_int_distribution<std::size_t> moment{first_mark(events), events.size()};
    Figures figures;
    for (int n = 0; n < cuts; ++n)
        add_cut(events, {.at = moment(chance), .lies = lies}, chance, figures);
    return figures;
}

std::int64_t syncs_of(const std::vector<DiskJournal::Event>& events, const std::string& file)
{
    return std::count_if(events.begin(), events.end(), [&](const auto& event) {
        return event.kind == DiskJournal::Event::Kind::Sync && event.file == file;
    });
}

} // namespace

int main()
{
    faults::Checks checks;
    const auto events = write_and_note();
    const auto seed = std::random_device{}();
    const auto honest = cut_often(events, 0, seed);
    checks.that(honest.lost == 0, std::to_string(honest.lost) + " acknowledged works were lost");
    checks.that(honest.halves == 0, std::to_string(honest.halves) + " works are stored by half");
    checks.that(honest.damaged == 0, std::to_string(honest.damaged) + " files are damaged");
    checks.that(honest.sectors_lost > 0, "nothing was ever lost: no cut fell between two syncs");
    checks.that(syncs_of(events, file_name) > 1, "the log was never copied back into the file");
    const auto lying = cut_often(events, lies_of_a_liar, seed);
    checks.that(lying.lost + lying.damaged > 0,
                "the judge sees nothing when a disk lies about its syncs");
    std::cout << cuts << " cuts (seed " << seed << ") in " << events.size() << " events, "
              << syncs_of(events, file_name) << " syncs of the file and "
              << syncs_of(events, std::string{file_name} + "-wal") << " of its log: " << honest.lost
              << " acknowledged works lost, " << honest.damaged << " damaged, "
              << honest.sectors_lost << " unsynced sectors dropped; on a disk that lies "
              << lying.lost << " lost and " << lying.damaged << " damaged\n";
    return checks.report();
}
