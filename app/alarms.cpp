#include "app/alarms.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"

#include <algorithm>
#include <iterator>

namespace app
{
namespace
{

using namespace std::chrono_literals;

constexpr auto told_again_after = 6h;

std::string template_of(Alarm alarm)
{
    return "app.alarm." + std::string{forms::enum_name(alarm)};
}

bool was_told(const std::vector<mail::StoredMessage>& recent, Alarm alarm)
{
    const auto since = base::now() - told_again_after;
    for (const auto& message : recent)
        if (message.template_name == template_of(alarm) && message.created_at > since) return true;
    return false;
}

base::Params figures_of(const Reading& reading)
{
    return {{"errors", std::to_string(reading.errors)},
            {"slow", std::to_string(reading.slow_answers)},
            {"answers", std::to_string(reading.answers)},
            {"jobs", std::to_string(reading.failed_jobs)},
            {"mail", std::to_string(reading.stuck_mail)},
            {"free", i18n::file_size(reading.free_bytes)}};
}

} // namespace

std::vector<Alarm> alarms_of(const Reading& reading)
{
    std::vector<Alarm> alarms;
    const auto raise = [&](bool is_on, Alarm alarm) {
        if (is_on) alarms.push_back(alarm);
    };
    raise(reading.errors > errors_a_minute_max, Alarm::errors);
    raise(reading.answers >= answers_judged_min &&
              reading.slow_answers * 100 > reading.answers * slow_percent_max,
          Alarm::slowness);
    raise(reading.failed_jobs > failed_jobs_max, Alarm::jobs);
    raise(reading.stuck_mail > stuck_mail_max, Alarm::mail);
    raise(reading.free_bytes < free_bytes_min, Alarm::disk);
    raise(reading.is_backup_late, Alarm::backup);
    return alarms;
}

std::vector<Alarm> begun(const std::vector<Alarm>& standing, const std::vector<Alarm>& now)
{
    std::vector<Alarm> found;
    std::ranges::copy_if(now, std::back_inserter(found), [&](Alarm alarm) {
        return std::ranges::find(standing, alarm) == standing.end();
    });
    return found;
}

std::vector<Alarm> tell_operator(tenancy::PlatformTransaction& tx, const std::string& email,
                                 const std::vector<Alarm>& alarms, const Reading& reading)
{
    std::vector<Alarm> told;
    if (email.empty() || alarms.empty()) return told;
    const auto recent = mail::recent(tx);
    for (const auto alarm : alarms) {
        if (was_told(recent, alarm)) continue;
        const auto key = template_of(alarm);
        mail::send(tx, {.to_name = "",
                        .to_email = email,
                        .subject = i18n::t(key + ".subject"),
                        .paragraphs = {i18n::t(key + ".text", figures_of(reading))},
                        .small_print = i18n::t("app.alarm.small_print"),
                        .template_name = key,
                        .by_platform = true});
        told.push_back(alarm);
    }
    return told;
}

} // namespace app
