#include "kernel/i18n/format.hpp"
#include "kernel/i18n/shown_times.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/typography.hpp"

#include <cstdio>

namespace i18n
{

namespace
{

using namespace std::chrono;

constexpr auto hour = hours{1};
constexpr int days_of_a_week = 7;

year_month_day civil(base::Date date)
{
    return year_month_day{date.day};
}

std::string month_name(base::Date date)
{
    return t("i18n.month." + std::to_string(static_cast<unsigned>(civil(date).month())));
}

std::string day_number(base::Date date)
{
    const auto day = static_cast<unsigned>(civil(date).day());
    return day == 1 ? t("i18n.first_day") : std::to_string(day);
}

std::string year_number(base::Date date)
{
    return std::to_string(static_cast<int>(civil(date).year()));
}

/// 1 is Monday.
std::string weekday_digit(base::Date date)
{
    return std::to_string(std::chrono::weekday{date.day}.iso_encoding());
}

std::string two_digits(std::int64_t value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string hours_and_minutes(std::int64_t hours, std::int64_t minutes)
{
    if (minutes == 0) return t("i18n.hours", {{"hours", std::to_string(hours)}});
    return t("i18n.hours_minutes",
             {{"hours", std::to_string(hours)}, {"minutes", two_digits(minutes)}});
}

std::string whole_minutes(microseconds length)
{
    return std::to_string(floor<minutes>(length).count());
}

std::string day_relative(base::Date date, base::Date today)
{
    const auto ahead = (date.day - today.day).count();
    if (ahead == -1) return t("i18n.yesterday");
    if (ahead == 1) return t("i18n.tomorrow");
    if (ahead > -days_of_a_week && ahead < days_of_a_week) return weekday(date);
    return civil(date).year() == civil(today).year() ? day_and_month(date) : long_date(date);
}

std::string positive_duration(seconds length)
{
    const auto count = [](auto value) { return std::to_string(value.count()); };
    const auto in_days = floor<days>(length);
    const auto in_hours = floor<hours>(length - in_days);
    const auto in_minutes = floor<minutes>(length - in_days - in_hours);
    if (length < minutes{1}) return t("i18n.seconds", {{"seconds", count(length)}});
    if (length < hour) return t("i18n.minutes", {{"minutes", count(in_minutes)}});
    if (length < days{1}) return hours_and_minutes(in_hours.count(), in_minutes.count());
    if (in_hours.count() == 0) return t("i18n.days", {{"days", count(in_days)}});
    return t("i18n.days_hours", {{"days", count(in_days)}, {"hours", count(in_hours)}});
}

} // namespace

std::string day_and_month(base::Date date)
{
    return day_number(date) + ' ' + month_name(date);
}

std::string long_date(base::Date date)
{
    return day_and_month(date) + ' ' + year_number(date);
}

std::string short_date(base::Date date)
{
    const auto iso = date.text();
    return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

std::string weekday(base::Date date)
{
    return t("i18n.weekday." + weekday_digit(date));
}

std::string weekday_and_day(base::Date date)
{
    return t("i18n.short_weekday." + weekday_digit(date)) + ' ' + day_number(date);
}

std::string month_and_year(base::Date date)
{
    return month_name(date) + ' ' + year_number(date);
}

std::string date_range(base::Date first, base::Date last)
{
    if (first == last) return long_date(first);
    if (civil(first).year() != civil(last).year())
        return long_date(first) + " – " + long_date(last);
    const bool same_month = civil(first).month() == civil(last).month();
    return (same_month ? day_number(first) : day_and_month(first)) + " – " + long_date(last);
}

int week_number(base::Date date)
{
    const auto thursday = date.day - days{std::chrono::weekday{date.day}.iso_encoding()} + days{4};
    const sys_days new_year{year_month_day{thursday}.year() / January / 1};
    return static_cast<int>((thursday - new_year).count()) / days_of_a_week + 1;
}

std::string time_of_day(base::Instant at, std::string_view zone)
{
    const auto wall = base::wall_time_in(at, zone);
    return hours_and_minutes(wall.hour, wall.minute);
}

std::string date_and_time(base::Instant at, std::string_view zone)
{
    return t("i18n.date_and_time",
             {{"date", long_date(base::date_in(at, zone))}, {"time", time_of_day(at, zone)}});
}

std::string relative(base::Instant at, base::Instant now, std::string_view zone)
{
    ShownTimes::note(at, now, zone);
    const auto ago = now - at;
    if (ago > -minutes{1} && ago < minutes{1}) return t("i18n.just_now");
    if (ago > microseconds{0} && ago < hour)
        return t("i18n.minutes_ago", {{"minutes", whole_minutes(ago)}});
    if (ago < microseconds{0} && -ago < hour)
        return t("i18n.in_minutes", {{"minutes", whole_minutes(-ago)}});
    const auto date = base::date_in(at, zone);
    const auto today = base::date_in(now, zone);
    return date == today ? time_of_day(at, zone) : day_relative(date, today);
}

std::string duration(seconds length)
{
    return length < seconds{0} ? "\u2212" + positive_duration(-length) : positive_duration(length);
}

} // namespace i18n
