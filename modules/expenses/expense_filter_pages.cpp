#include "modules/expenses/expense_filter_pages.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <chrono>
#include <limits>

namespace expenses
{
namespace
{

using guard::Call;
using i18n::t;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

const base::Date first_day = *base::Date::parse("2000-01-01");
const base::Date last_day = *base::Date::parse("2199-12-31");

template <class E>
std::optional<E> asked(const Call& call, std::string_view name)
{
    E value{};
    if (forms::FieldType<E>::read({call.query(name)}, value)) return {};
    return value;
}

AskedPeriod between(std::string_view code, std::string_view first, std::string_view last)
{
    const auto from = base::Date::parse(std::string{code} + std::string{first});
    const auto until = base::Date::parse(std::string{code} + std::string{last});
    if (!from || !until) return {.code = {}, .first = first_day, .last = last_day};
    return {.code = std::string{code}, .first = *from, .last = *until};
}

AskedPeriod month(std::string_view code)
{
    auto asked = between(code, "-01", "-01");
    if (asked.code.empty()) return asked;
    const year_month_day from{asked.first.day};
    asked.last = {sys_days{from.year() / from.month() / std::chrono::last}};
    return asked;
}

/// Where the page before ended: « 2026-11-22.72057594037927936 ».
void go_on_after(ExpenseSearch& search, std::string_view place)
{
    const auto dot = place.find('.');
    if (dot == std::string_view::npos) return;
    const auto day = base::Date::parse(place.substr(0, dot));
    const auto id = ExpenseId::parse(place.substr(dot + 1));
    if (!day || !id) return;
    search.before_day = *day;
    search.before_id = *id;
}

} // namespace

AskedPeriod period_of(std::string_view code)
{
    constexpr std::size_t year_length = 4;
    constexpr std::size_t month_length = 7;
    if (code.size() == year_length) return between(code, "-01-01", "-12-31");
    if (code.size() == month_length) return month(code);
    return {.code = {}, .first = first_day, .last = last_day};
}

std::vector<ui::Choice> period_choices(base::Date today)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("expenses.filter.always")}};
    const year_month_day now{today.day};
    for (int back = 0; back < 2; ++back) {
        const auto code = std::to_string(static_cast<int>(now.year()) - back);
        choices.push_back({.value = code, .label = t("expenses.filter.year", {{"year", code}})});
    }
    const auto oldest = (now.year() - std::chrono::years{1}) / std::chrono::January;
    for (auto at = now.year() / now.month(); at >= oldest; at -= std::chrono::months{1}) {
        const base::Date first{sys_days{at / std::chrono::day{1}}};
        choices.push_back({.value = first.text().substr(0, std::string_view{"2026-11"}.size()),
                           .label = i18n::month_and_year(first)});
    }
    return choices;
}

ExpenseSearch search_of(const Call& call)
{
    const auto period = period_of(call.query("periode"));
    ExpenseSearch search{.first = period.first,
                         .last = period.last,
                         .type = std::string{call.query("type")},
                         .category = asked<Category>(call, "categorie"),
                         .part = asked<Part>(call, "part").value_or(Part::every),
                         .before_day = last_day,
                         .before_id = ExpenseId{std::numeric_limits<std::int64_t>::max()}};
    if (const auto client = tenancy::ClientId::parse(call.query("client"))) search.client = *client;
    go_on_after(search, call.query("apres"));
    return search;
}

html::Url expenses_path(std::string_view slug)
{
    return html::route("/e/{}/depenses", slug);
}

html::Url expense_path(std::string_view slug, ExpenseId id)
{
    return html::route("/e/{}/depenses/{}", slug, id);
}

html::Url filtered(const Call& call, const html::Url& place)
{
    auto url = place;
    for (const char* name : {"periode", "type", "categorie", "client", "part"})
        if (!call.query(name).empty()) url = url.with(name, call.query(name));
    return url;
}

} // namespace expenses
