#include "modules/reminders/reminder.hpp"

#include <algorithm>
#include <chrono>

namespace reminders
{
namespace
{

using std::chrono::days;

constexpr int opens = 9; // o'clock
constexpr int closes = 18;

bool is_worked(base::Date day)
{
    const std::chrono::weekday week{day.day};
    return week != std::chrono::Saturday && week != std::chrono::Sunday;
}

base::Date day_after(base::Date day, std::int64_t count)
{
    return {day.day + days{count}};
}

} // namespace

std::optional<int> step_due(const Schedule& schedule, base::Date due_on, base::Date today,
                            std::optional<base::Date> last_sent_on)
{
    if (!schedule.due_from || due_on < *schedule.due_from) return {};

    std::optional<int> step;
    base::Date since;
    int place = 0;
    for (const auto count : schedule.days()) {
        ++place;
        if (count == 0 || day_after(due_on, count) > today) continue;
        step = place;
        since = day_after(due_on, count);
    }
    if (last_sent_on && *last_sent_on >= since) return {};
    return step;
}

std::optional<base::Date> next_day(const Schedule& schedule, base::Date due_on, base::Date today)
{
    if (!schedule.due_from || due_on < *schedule.due_from) return {};
    for (const auto count : schedule.days())
        if (count > 0 && day_after(due_on, count) > today) {
            auto day = day_after(due_on, count);
            while (!is_worked(day))
                day = day_after(day, 1);
            return day;
        }
    return {};
}

bool is_office_time(base::Instant at, std::string_view zone)
{
    const auto wall = base::wall_time_in(at, zone);
    return is_worked(wall.date) && wall.hour >= opens && wall.hour < closes;
}

base::Instant next_round_at(base::Instant at, std::string_view zone)
{
    auto day = base::date_in(at, zone);
    const auto opening = [&] {
        return base::instant_of({.date = day, .hour = opens, .minute = 0, .second = 0}, zone);
    };
    while (!is_worked(day) || opening() <= at)
        day = day_after(day, 1);
    return opening();
}

} // namespace reminders
