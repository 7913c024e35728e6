#include "modules/privacy/retention.hpp"

namespace privacy
{

base::Instant months_before(base::Instant at, std::int64_t months)
{
    using namespace std::chrono;
    const sys_time<microseconds> moment{microseconds{at.micros}};
    const auto day = floor<days>(moment);
    const auto time_of_day = moment - day;
    const year_month_day date{day};
    const auto earlier = year_month{date.year(), date.month()} - std::chrono::months{months};
    const auto last = year_month_day_last{earlier.year(), month_day_last{earlier.month()}}.day();
    const auto target = earlier / (date.day() < last ? date.day() : last);
    const sys_time<microseconds> found = sys_days{target} + time_of_day;
    return {found.time_since_epoch().count()};
}

Notice notice_of(NoticeId id, base::Instant now, const Periods& periods)
{
    const auto due = now + notice_time;
    return {.id = id,
            .announced_at = now,
            .due_at = due,
            .clients_before = months_before(due, periods.clients),
            .mails_before = months_before(due, periods.mails),
            .journal_before = months_before(due, periods.journal),
            .clients = 0,
            .mails = 0,
            .journal = 0,
            .done_at = {}};
}

} // namespace privacy
