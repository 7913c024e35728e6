#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/configuration.hpp"
#include "kernel/db/database.hpp"
#include "kernel/secrets/vault.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace kernel
{
class Module;
}

/// Backups of the whole installation: made by themselves, sealed, rehearsed. One backup is a folder
/// of sealed parts and a manifest of what they hold; files are kept once however many backups hold
/// them. The key is in none of them: without it, or the recovery sheet, they are noise.
namespace backup
{

void describe(kernel::Module& module);

/// What is backed up, and where to. `configuration` and `vault` outlive it.
struct Installation {
    const base::Configuration& configuration;
    const secrets::Vault& vault;
    db::DatabaseOptions database;
};

/// What the jobs « backup.make » and « backup.drill » work on. Once at start,
/// before any thread.
void install(const Installation& installation);

enum class Reason { scheduled, requested, migration };

struct Made {
    std::string name; ///< of its folder: "20261121T060102345Z-scheduled"
    Reason reason = Reason::scheduled;
    base::Instant taken_at;
    std::chrono::milliseconds took{};
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0; ///< of what it holds, before it is sealed
    std::int64_t files_added = 0;
    std::vector<std::string> forgotten; ///< older backups that were due to go
};
/// A backup that is whole and durable when this returns; when it throws there is none. Others may
/// write meanwhile. Refusal « backup.refusal.busy » while another one is being made there.
Made make_backup(const Installation& installation, Reason reason);
/// The same, remembered for the settings page and the schedule; a failure too, which alerts.
Made make_and_record(const Installation& installation, db::Database& database, Reason reason);

struct RestoreOrder {
    std::filesystem::path shelf;  ///< the folder of the backups
    std::string name;             ///< empty = the newest
    std::filesystem::path to;     ///< absent or empty; becomes ETABLI_DATA
    db::DatabaseOptions database; ///< PostgreSQL: an empty one; SQLite: of no use
};
struct Restored {
    std::string name;
    base::Instant taken_at;
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::chrono::milliseconds took{};
};
/// Reads every part and checks it before anything is written; then `to` is there whole, or not at
/// all. Throws std::runtime_error with a French sentence naming what is wrong.
Restored restore(const RestoreOrder& order, const secrets::Key& installation_key);

/// What a rehearsal found. An empty `problem`: every table and file came back byte for byte.
struct Rehearsal {
    std::string name;
    std::string problem;
    std::chrono::seconds lost{};      ///< RPO: the age of the newest backup
    std::chrono::milliseconds back{}; ///< RTO: to restore it and to read it
    std::int64_t tables = 0;
    std::int64_t rows = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};
/// Restores the newest backup into a place of its own, compares it with what was backed up, opens
/// it, checks its audit, and removes it. Makes a backup first when there is none.
Rehearsal rehearse(const Installation& installation);
/// The same, remembered; a failure alerts.
Rehearsal rehearse_and_record(const Installation& installation, db::Database& database);

/// In words for `doctor` and the settings page.
struct State {
    std::optional<base::Instant> last_backup;
    std::string last_failure; ///< newer than the last backup; else empty
    bool is_late = false;
    bool is_sheet_confirmed = false;
};
State state_of(const Installation& installation, db::Database& database);

/// Whether somebody has confirmed that the recovery sheet of this key is on paper.
bool is_sheet_confirmed(const Installation& installation);
void confirm_sheet(const Installation& installation);

/// Asks for the backups and rehearsals that are due, from a thread of its own; the jobs run them,
/// so that of several processes one does.
class Schedule
{
  public:
    Schedule(const Installation& installation, db::Database& database);

  private:
    std::jthread thread_;
};
/// Remembers the backups that are on the shelf and not in the database: made before a migration,
/// when there was no table to write to, or before a restore. At start.
void record_unseen(const Installation& installation, db::Database& database);
/// One look, for the thread and for tests: what is due at `now` is asked for.
void plan_due(const Installation& installation, db::Database& database, base::Instant now);

} // namespace backup
