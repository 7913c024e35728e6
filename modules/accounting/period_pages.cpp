#include "modules/accounting/period_pages.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <chrono>

namespace accounting
{
namespace
{

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t year_length = 4;
constexpr std::size_t month_length = 7;
constexpr int years_back = 3;

/// « 2026-T4 ».
std::optional<Period> read_quarter(const std::string& text)
{
    const auto first_day = base::Date::parse(text.substr(0, year_length) + "-01-01");
    const int quarter = text.back() - '0';
    if (!first_day || text[year_length + 1] != 'T' || quarter < 1 || quarter > 4) return {};
    const year_month_day from{first_day->day};
    const auto first = from.year() / from.month() + std::chrono::months{3 * (quarter - 1)};
    const auto last = first + std::chrono::months{2};
    return Period{.code = text,
                  .first = {sys_days{first / std::chrono::day{1}}},
                  .last = {sys_days{last / std::chrono::last}}};
}

Period this_year(base::Date today)
{
    return *read_period(today.text().substr(0, year_length));
}

} // namespace

std::optional<Period> read_period(std::string_view code)
{
    const std::string text{code};
    if (text.size() == year_length) {
        const auto first = base::Date::parse(text + "-01-01");
        const auto last = base::Date::parse(text + "-12-31");
        if (first && last) return Period{.code = text, .first = *first, .last = *last};
    }
    if (text.size() != month_length) return {};
    if (text[year_length + 1] == 'T') return read_quarter(text);
    const auto first = base::Date::parse(text + "-01");
    if (!first) return {};
    const year_month_day from{first->day};
    return Period{.code = text,
                  .first = *first,
                  .last = {sys_days{from.year() / from.month() / std::chrono::last}}};
}

Period period_asked(const guard::Call& call)
{
    return read_period(call.query("periode")).value_or(this_year(call.context().today()));
}

Period year_asked(const guard::Call& call)
{
    const auto asked = call.query("periode");
    if (asked.size() != year_length) return this_year(call.context().today());
    return period_asked(call);
}

std::vector<ui::Choice> year_choices(base::Date today)
{
    std::vector<ui::Choice> choices;
    const year_month_day now{today.day};
    for (int back = 0; back < years_back; ++back) {
        const auto code = std::to_string(static_cast<int>(now.year()) - back);
        choices.push_back({.value = code, .label = i18n::t("accounting.year", {{"year", code}})});
    }
    return choices;
}

std::vector<ui::Choice> period_choices(base::Date today)
{
    auto choices = year_choices(today);
    const year_month_day now{today.day};
    const auto oldest = (now.year() - std::chrono::years{1}) / std::chrono::January;
    for (auto at = now.year() / now.month(); at >= oldest; at -= std::chrono::months{1}) {
        const base::Date first{sys_days{at / std::chrono::day{1}}};
        choices.push_back(
            {.value = first.text().substr(0, month_length), .label = i18n::month_and_year(first)});
    }
    return choices;
}

std::vector<ui::Choice> quarter_choices(base::Date today)
{
    auto choices = period_choices(today);
    const auto months = choices.begin() + years_back;
    std::vector<ui::Choice> quarters;
    const year_month_day now{today.day};
    for (int back = 0; back < 2; ++back) {
        const auto year = std::to_string(static_cast<int>(now.year()) - back);
        for (int quarter = back == 0 ? (static_cast<int>(unsigned{now.month()}) + 2) / 3 : 4;
             quarter >= 1; --quarter)
            quarters.push_back(
                {.value = year + "-T" + std::to_string(quarter),
                 .label = i18n::t("accounting.quarter",
                                  {{"quarter", std::to_string(quarter)}, {"year", year}})});
    }
    choices.insert(months, quarters.begin(), quarters.end());
    return choices;
}

} // namespace accounting
