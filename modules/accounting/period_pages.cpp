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

std::optional<Period> read_period(std::string_view code)
{
    const std::string text{code};
    if (text.size() == year_length) {
        const auto first = base::Date::parse(text + "-01-01");
        const auto last = base::Date::parse(text + "-12-31");
        if (first && last) return Period{.code = text, .first = *first, .last = *last};
    }
    const auto first = text.size() == month_length ? base::Date::parse(text + "-01") : std::nullopt;
    if (!first) return {};
    const year_month_day from{first->day};
    return Period{.code = text,
                  .first = *first,
                  .last = {sys_days{from.year() / from.month() / std::chrono::last}}};
}

Period this_year(base::Date today)
{
    return *read_period(today.text().substr(0, year_length));
}

} // namespace

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

} // namespace accounting
