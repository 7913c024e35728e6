#include "app/demonstration/year_writer.hpp"

#include "kernel/base/story_clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/jobs/jobs.hpp"

#include <chrono>

namespace demonstration
{
namespace
{

using std::chrono::days;

constexpr int opens = 8; // o'clock
constexpr int hours_open = 9;
constexpr int minutes_of_hour = 60;
constexpr int days_to_sign = 6;
/// Several clients a day would be another trade: a small sale comes sooner or later than usual by
/// half of the usual time.
constexpr int half = 2;
constexpr int purchase_sways_days = 2;

/// Saturdays and Sundays are Fridays here.
base::Date worked(base::Date day)
{
    const std::chrono::weekday week{day.day};
    if (week == std::chrono::Saturday) return {day.day - days{1}};
    if (week == std::chrono::Sunday) return {day.day - days{2}};
    return day;
}

} // namespace

YearWriter::YearWriter(db::Database& database, const tenancy::Workspace& workspace,
                       const People& people, const Year& year)
    : database_(database), workspace_(workspace), people_(people), year_(year),
      draw_(base::stable_hash(workspace.slug)),
      today_(base::date_in(base::now(), workspace.time_zone))
{
}

void YearWriter::write(int length)
{
    const auto now = base::now();
    const base::Date first{today_.day - days{length}};
    plan(first, [this] { introduce(); });
    for (const auto& work : year_.works)
        plan_work(work, first);
    plan_services(first);
    plan_purchases(first);
    while (!deeds_.empty() && deeds_.begin()->first < now) {
        const auto next = deeds_.extract(deeds_.begin());
        const base::StoryClock clock{next.key()};
        next.mapped()();
    }
    as(0).write([](tenancy::WorkspaceTransaction& tx) { jobs::begin_told(tx); });
}

base::Instant YearWriter::moment(base::Date day)
{
    return base::instant_of({.date = worked(day),
                             .hour = opens + static_cast<int>(draw_.below(hours_open)),
                             .minute = static_cast<int>(draw_.below(minutes_of_hour)),
                             .second = static_cast<int>(draw_.below(minutes_of_hour))},
                            workspace_.time_zone);
}

void YearWriter::plan(base::Date day, Deed deed)
{
    deeds_.emplace(moment(day), std::move(deed));
}

tenancy::Context YearWriter::as(std::size_t member) const
{
    return {database_, workspace_, {.membership = people_.members[member]}};
}

void YearWriter::plan_work(const Work& work, base::Date first)
{
    const base::Date sold{today_.day - days{work.sold_days_ago}};
    if (sold <= first) return;
    const base::Date signed_on{sold.day + days{days_to_sign}};
    plan(sold, [this, &work, signed_on] {
        const auto quote = sell(work);
        plan(signed_on, [this, &work, quote] { bill_work(work, quote); });
    });
}

void YearWriter::plan_services(base::Date first)
{
    const auto usual = year_.services_every_days;
    auto day = first;
    while (day <= today_) {
        day.day += days{draw_.between((usual + 1) / half, usual + usual / half)};
        const auto service = draw_.below(year_.services.size());
        const auto client = draw_.below(people_.clients.size());
        const auto means = draw_.pick(year_.services[service].means);
        plan(day, [=, this] { bill(year_.services[service], client, means); });
    }
}

void YearWriter::plan_purchases(base::Date first)
{
    for (const auto& purchase : year_.purchases) {
        base::Date day{first.day + days{draw_.between(1, purchase.every_days)}};
        while (day < today_) {
            plan(day, [this, &purchase] { buy(purchase); });
            const auto sway = draw_.between(-purchase_sways_days, purchase_sways_days);
            day.day += days{std::max<std::int64_t>(1, purchase.every_days + sway)};
        }
    }
}

} // namespace demonstration
