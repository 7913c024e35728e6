#include "app/application.hpp"
#include "app/commands.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/failures.hpp"
#include "kernel/mail/stuck_mail.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace app
{
namespace
{

constexpr std::uintmax_t disk_bytes_min = 1024ULL * 1024 * 1024;
constexpr std::int64_t clock_year_min = 2026;

struct Finding {
    bool is_well = false;
    std::string words;
};

Finding examine_database(Application& application)
{
    const bool is_sqlite = application.database().engine() == db::Engine::Sqlite;
    return {true, i18n::t(is_sqlite ? "app.doctor.sqlite" : "app.doctor.postgres")};
}

Finding examine_disk(const base::Configuration& configuration)
{
    const auto free = std::filesystem::space(configuration.data).available;
    return {
        free >= disk_bytes_min,
        i18n::t("app.doctor.disk", {{"free", i18n::file_size(static_cast<std::int64_t>(free))}})};
}

Finding examine_key(const base::Configuration& configuration)
{
    struct stat status {
    };
    const auto& file = configuration.key_file;
    const bool is_private = ::stat(file.c_str(), &status) == 0 && (status.st_mode & 0077U) == 0;
    return {is_private, i18n::t("app.doctor.key", {{"file", file.string()}})};
}

Finding examine_clock()
{
    const auto now = base::wall_time_in(base::real_now(), "UTC");
    const std::chrono::year_month_day day{now.date.day};
    return {static_cast<int>(day.year()) >= clock_year_min,
            i18n::t("app.doctor.clock", {{"now", base::iso(base::real_now())}})};
}

Finding examine_mail(const base::Configuration& configuration)
{
    return {true, i18n::t(configuration.smtp_url.empty() ? "app.doctor.mail_local"
                                                         : "app.doctor.mail_smtp")};
}

Finding examine_backups(Application& application)
{
    const auto state = backup::state_of(application.installation(), application.database());
    if (!state.last_failure.empty())
        return {false, i18n::t("app.doctor.backup_failed", {{"cause", state.last_failure}})};
    if (!state.last_backup) return {true, i18n::t("app.doctor.backup_none")};
    return {!state.is_late, i18n::t("app.doctor.backup", {{"at", base::iso(*state.last_backup)}})};
}

Finding examine_jobs(Application& application)
{
    const auto count =
        tenancy::Platform{application.database()}.read([](tenancy::PlatformTransaction& tx) {
            return jobs::failures_since(tx, base::now() - std::chrono::hours{1});
        });
    return {count == 0, i18n::t("app.doctor.jobs", {{"count", std::to_string(count)}})};
}

Finding examine_mail_queue(Application& application)
{
    const auto count =
        tenancy::Platform{application.database()}.read([](tenancy::PlatformTransaction& tx) {
            return mail::waiting_since_before(tx, base::now() - std::chrono::hours{1});
        });
    return {count == 0, i18n::t("app.doctor.mail_queue", {{"count", std::to_string(count)}})};
}

/// To be kept on paper: it is what sealed documents are compared with.
Finding examine_seal(Application& application)
{
    const auto key = documents::sealing_key(application.vault());
    const auto fingerprint = secrets::fingerprint_of(key.certificate());
    return {true, i18n::t("app.doctor.seal",
                          {{"fingerprint", secrets::readable_fingerprint(fingerprint)}})};
}

/// A reminder, not a fault.
Finding examine_sheet(Application& application)
{
    const bool is_confirmed = backup::is_sheet_confirmed(application.installation());
    return {true, i18n::t(is_confirmed ? "app.doctor.sheet" : "app.sheet.reminder")};
}

} // namespace

Reply doctor(Application& application)
{
    const auto& configuration = application.configuration();
    Reply reply;
    for (const auto& finding :
         {examine_database(application), examine_disk(configuration), examine_key(configuration),
          examine_clock(), examine_mail(configuration), examine_mail_queue(application),
          examine_jobs(application), examine_backups(application), examine_sheet(application),
          examine_seal(application)}) {
        reply.output += (finding.is_well ? "ok   " : "NON  ") + finding.words + "\n";
        if (!finding.is_well) reply.exit_code = 1;
    }
    return reply;
}

} // namespace app
