#include "modules/backup/backup_pages.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/backup/backup.hpp"
#include "modules/backup/backup_views.hpp"
#include "modules/backup/run_store.hpp"

namespace backup
{
namespace
{

using i18n::t;

constexpr const char* page_path = "/reglages/sauvegardes";
/// Everybody's data is in a backup: asking again so soon would only fill the disk.
constexpr auto requests_apart = std::chrono::minutes{10};

std::string when_of(const guard::Call& call, const Run& run)
{
    return i18n::date_and_time(run.started_at, call.context().workspace().time_zone);
}

std::string length_of(std::int64_t ms)
{
    return i18n::decimal(ms / 100, 1) + " s";
}

BackupLine backup_line(const guard::Call& call, const Run& run)
{
    const base::Params params{{"size", i18n::file_size(run.byte_count)},
                              {"files", i18n::number(run.file_count)},
                              {"took", length_of(run.took_ms)}};
    return {.when = when_of(call, run),
            .detail = run.is_success ? t("backup.page.line", params) : t("backup.page.failed_line"),
            .reason = t("backup.reason." + run.reason),
            .is_success = run.is_success};
}

BackupLine drill_line(const guard::Call& call, const Run& run)
{
    const base::Params params{{"lost", i18n::duration(std::chrono::seconds{run.lost_s})},
                              {"back", length_of(run.back_ms)},
                              {"rows", i18n::number(run.row_count)},
                              {"files", i18n::number(run.file_count)}};
    return {.when = when_of(call, run),
            .detail = run.is_success ? t("backup.page.drill_line", params)
                                     : t("backup.page.drill_failed"),
            .reason = {},
            .is_success = run.is_success};
}

std::string schedule_of(const base::BackupSettings& settings)
{
    const auto every = settings.every.count();
    const auto days = std::to_string(settings.kept_for.count());
    if (every == 0) return t("backup.page.never", {{"days", days}});
    return t(every == 24 ? "backup.page.daily" : "backup.page.hourly",
             {{"hours", std::to_string(every)}, {"days", days}});
}

std::string holdings_of(const base::StorageSettings& storage)
{
    return t(storage.is_elsewhere() ? "backup.page.holds_data" : "backup.page.holds_all");
}

} // namespace

http::Response list_backups(guard::Call& call)
{
    const auto& site = call.site();
    const Installation installation{site.configuration(), site.vault(), {}};
    BackupsView view{.is_sheet_confirmed = is_sheet_confirmed(installation),
                     .kept = schedule_of(site.configuration().backup) + " " +
                             holdings_of(site.configuration().storage),
                     .start = html::checked_local(call.in_workspace(page_path)),
                     .guard = guard::form_guard(call)};
    call.platform().read([&](tenancy::PlatformTransaction& tx) {
        view.backups.clear();
        for (const auto& run : recent_runs(tx, RunKind::backup))
            view.backups.push_back(backup_line(call, run));
        const auto drills = recent_runs(tx, RunKind::drill);
        if (!drills.empty()) view.drill = drill_line(call, drills.front());
    });
    const auto crumbs = html::group(
        html::h1(html::cls("sr-only"), t("backup.page.title")),
        ui::breadcrumbs({{t("settings.title"), html::checked_local(call.in_workspace("/reglages"))},
                         {t("backup.page.title"), {}}}));
    return guard::render(call, guard::Page{.title = t("backup.page.title"),
                                           .body = backups_page(view),
                                           .breadcrumbs = crumbs});
}

http::Response request_backup(guard::Call& call)
{
    const auto last = call.platform().read(
        [](tenancy::PlatformTransaction& tx) { return last_success(tx, RunKind::backup); });
    base::refuse_unless(!last || base::real_now() - last->started_at >= requests_apart,
                        "backup.refusal.too_soon");
    call.context().write([](tenancy::WorkspaceTransaction& tx) {
        jobs::enqueue(tx, {.kind = "backup.make", .payload = "{}", .dedupe = "backup.make"});
        audit::append(tx, {.action = "backup.requested", .subject_kind = "backup"});
    });
    return call.redirect(call.in_workspace(page_path), "backup.page.started");
}

} // namespace backup
