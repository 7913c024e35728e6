#include "modules/backup/backup.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/log/log.hpp"
#include "kernel/log/metrics.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/backup/backup_jobs.hpp"
#include "modules/backup/run_store.hpp"
#include "modules/backup/shelf_store.hpp"

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>

namespace backup
{
namespace
{

using namespace std::chrono_literals;
using tenancy::PlatformTransaction;

constexpr auto look_every = 60s;
/// A daily backup is asked for half an hour before its day is over, so that no day goes without.
constexpr auto early = 30min;
constexpr auto rehearse_every = std::chrono::days{30};
/// The first rehearsal waits for something worth rehearsing.
constexpr auto first_rehearsal_after = 24h;
constexpr auto alert_again_after = 20h;
constexpr std::size_t cause_max = 500; // code points

metrics::Gauge& last_success_gauge()
{
    static auto& gauge = metrics::gauge("etabli_backup_last_success_seconds",
                                        "Unix time of the last backup that is whole");
    return gauge;
}

metrics::Counter& failures(const char* kind)
{
    return metrics::counter("etabli_backup_failures_total", "Backups and rehearsals that failed",
                            {{"kind", kind}});
}

std::string one_line(const std::string& cause)
{
    return base::shorten(base::replace_all(cause, "\n", " "), cause_max);
}

/// Once for a row of failures, then every day.
void alert(PlatformTransaction& tx, const Installation& installation, const Run& failed)
{
    const auto& to = installation.configuration.backup.alert_email;
    if (to.empty()) return;
    for (const auto& run : recent_runs(tx, failed.kind)) {
        if (run.is_success) break;
        if (failed.started_at - run.started_at < alert_again_after) return;
    }
    const std::string key = failed.kind == RunKind::backup ? "backup.alert" : "backup.alert_drill";
    mail::send(tx, {.to_name = "",
                    .to_email = to,
                    .subject = i18n::t(key + ".subject"),
                    .paragraphs = {i18n::t(key + ".text"), failed.cause},
                    .template_name = "backup.alert",
                    .by_platform = true});
}

void record_failure(const Installation& installation, db::Database& database, Run run)
{
    const char* kind = run.kind == RunKind::backup ? "backup" : "drill";
    failures(kind).add();
    logs::error("backup.failed", {{"kind", kind}, {"cause", run.cause}});
    tenancy::Platform{database}.write([&](PlatformTransaction& tx) {
        alert(tx, installation, run);
        insert_run(tx, run);
    });
}

Run run_of(const Made& made)
{
    return {.id = {},
            .kind = RunKind::backup,
            .reason = std::string{word_of(made.reason)},
            .name = made.name,
            .is_success = true,
            .cause = {},
            .started_at = made.taken_at,
            .took_ms = made.took.count(),
            .row_count = made.rows,
            .file_count = made.files,
            .byte_count = made.bytes};
}

void ask(PlatformTransaction& tx, const char* kind)
{
    jobs::enqueue(tx, {.kind = kind, .payload = "{}", .dedupe = kind});
}

std::filesystem::path sheet_file(const Installation& installation)
{
    return installation.configuration.data / "recovery-sheet.confirmed";
}

std::string sheet_mark(const Installation& installation)
{
    return base::hex(installation.vault.keyed_hash("backup.sheet", "confirmed"));
}

} // namespace

Made make_and_record(const Installation& installation, db::Database& database, Reason reason)
{
    Run failed{.id = {},
               .kind = RunKind::backup,
               .reason = std::string{word_of(reason)},
               .started_at = base::real_now()};
    try {
        const auto made = make_backup(installation, reason);
        last_success_gauge().set(made.taken_at.micros / 1'000'000);
        logs::info("backup.made", {{"name", made.name}, {"ms", made.took.count()}});
        tenancy::Platform{database}.write([&](PlatformTransaction& tx) {
            insert_run(tx, run_of(made));
            for (const auto& name : made.forgotten)
                forget_runs_of(tx, name);
        });
        return made;
    } catch (const base::Refusal&) {
        throw;
    } catch (const std::exception& cause) {
        failed.cause = one_line(cause.what());
        record_failure(installation, database, failed);
        throw;
    }
}

Rehearsal rehearse_and_record(const Installation& installation, db::Database& database)
{
    Run run{.id = {}, .kind = RunKind::drill, .started_at = base::real_now()};
    const auto began = std::chrono::steady_clock::now();
    Rehearsal rehearsal;
    try {
        rehearsal = rehearse(installation);
    } catch (const base::Refusal&) {
        throw;
    } catch (const std::exception& cause) {
        rehearsal.problem = cause.what();
    }
    run.name = rehearsal.name;
    run.cause = one_line(rehearsal.problem);
    run.is_success = rehearsal.problem.empty();
    run.took_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                      std::chrono::steady_clock::now() - began)
                      .count();
    run.row_count = rehearsal.rows;
    run.file_count = rehearsal.files;
    run.byte_count = rehearsal.bytes;
    run.lost_s = rehearsal.lost.count();
    run.back_ms = rehearsal.back.count();
    if (run.is_success)
        tenancy::Platform{database}.write([&](PlatformTransaction& tx) { insert_run(tx, run); });
    else
        record_failure(installation, database, run);
    return rehearsal;
}

State state_of(const Installation& installation, db::Database& database)
{
    State state;
    state.is_sheet_confirmed = is_sheet_confirmed(installation);
    const tenancy::Platform platform{database};
    const auto runs =
        platform.read([](PlatformTransaction& tx) { return recent_runs(tx, RunKind::backup); });
    const auto last =
        platform.read([](PlatformTransaction& tx) { return last_success(tx, RunKind::backup); });
    if (last) state.last_backup = last->started_at;
    if (!runs.empty() && !runs.front().is_success) state.last_failure = runs.front().cause;
    const auto every = installation.configuration.backup.every;
    state.is_late = every.count() > 0 && last && base::real_now() - last->started_at > 2 * every;
    return state;
}

bool is_sheet_confirmed(const Installation& installation)
{
    std::string mark;
    std::ifstream{sheet_file(installation)} >> mark;
    return base::equal_in_constant_time(mark, sheet_mark(installation));
}

void confirm_sheet(const Installation& installation)
{
    std::ofstream{sheet_file(installation)} << sheet_mark(installation) << "\n";
}

void record_unseen(const Installation& installation, db::Database& database)
{
    const Shelf shelf{installation.configuration.backup.folder};
    const auto key = sealing_key(installation.vault);
    auto found = shelf.backups();
    found.resize(std::min(found.size(), static_cast<std::size_t>(runs_shown)));
    tenancy::Platform platform{database};
    const auto known =
        platform.read([](PlatformTransaction& tx) { return recent_runs(tx, RunKind::backup); });
    for (const auto& backup : found) {
        if (std::ranges::find(known, backup.name, &Run::name) != known.end()) continue;
        const auto manifest = read_manifest(shelf, backup.name, key);
        Run run{.id = {}, .name = backup.name, .is_success = true, .started_at = backup.taken_at};
        run.reason = std::string{reason_in(backup.name)};
        run.row_count = manifest.rows();
        run.file_count = static_cast<std::int64_t>(manifest.files.size());
        run.byte_count = manifest.bytes();
        platform.write([&](PlatformTransaction& tx) { insert_run(tx, run); });
    }
}

void plan_due(const Installation& installation, db::Database& database, base::Instant now)
{
    const auto every = installation.configuration.backup.every;
    if (every.count() == 0) return;
    tenancy::Platform{database}.write([&](PlatformTransaction& tx) {
        const auto backup = last_success(tx, RunKind::backup);
        if (!backup || now - backup->started_at >= every - early) ask(tx, "backup.make");
        const auto drill = recent_runs(tx, RunKind::drill);
        const auto oldest = recent_runs(tx, RunKind::backup);
        const bool is_due = drill.empty() ? !oldest.empty() && now - oldest.back().started_at >=
                                                                   first_rehearsal_after
                                          : now - drill.front().started_at >= rehearse_every;
        if (is_due) ask(tx, "backup.drill");
        if (backup) last_success_gauge().set(backup->started_at.micros / 1'000'000);
    });
}

Schedule::Schedule(const Installation& installation, db::Database& database)
    : thread_([installation, &database](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any signal;
          std::unique_lock lock{mutex};
          try {
              record_unseen(installation, database);
          } catch (const std::exception& cause) {
              logs::error("backup.not_recorded", {{"cause", cause.what()}});
          }
          while (!stop.stop_requested()) {
              try {
                  plan_due(installation, database, base::real_now());
              } catch (const std::exception& cause) {
                  logs::error("backup.not_planned", {{"cause", cause.what()}});
              }
              signal.wait_for(lock, stop, look_every, [] { return false; });
          }
      })
{
}

} // namespace backup
