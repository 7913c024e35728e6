#include "modules/ledger/closing.hpp"

#include <chrono>

namespace ledger
{
namespace
{

using std::chrono::days;

std::chrono::year_month_day calendar(base::Date date)
{
    return std::chrono::year_month_day{date.day};
}

/// The span after the last closed one; of the first money when none was closed.
Span open_span(Period period, const std::optional<Span>& closed, base::Date first)
{
    return span_of(period, closed ? after(*closed) : first);
}

} // namespace

std::string_view kind_of(Period period)
{
    switch (period) {
    case Period::day:
        return "day_closed";
    case Period::month:
        return "month_closed";
    case Period::year:
        return "year_closed";
    }
    return {};
}

std::optional<Period> period_of(std::string_view kind)
{
    for (const auto period : {Period::day, Period::month, Period::year})
        if (kind_of(period) == kind) return period;
    return {};
}

Span span_of(Period period, base::Date day)
{
    namespace chrono = std::chrono;
    const auto date = calendar(day);
    switch (period) {
    case Period::day:
        break;
    case Period::month:
        return {.first = {chrono::sys_days{date.year() / date.month() / 1}},
                .last = {chrono::sys_days{date.year() / date.month() / chrono::last}}};
    case Period::year:
        return {.first = {chrono::sys_days{date.year() / 1 / 1}},
                .last = {chrono::sys_days{date.year() / 12 / 31}}};
    }
    return {.first = day, .last = day};
}

base::Date after(const Span& span)
{
    return {span.last.day + days{1}};
}

Closing with_totals(Closing closing, const Totals& totals, const Perpetual& before)
{
    closing.events = totals.events();
    closing.currency = totals.currency();
    closing.taxes = totals.taxes();
    closing.modes = totals.modes();
    closing.billed = totals.billed();
    closing.paid = totals.paid();
    closing.perpetual = {.billed = before.billed + totals.billed(),
                         .paid = before.paid + totals.paid()};
    return closing;
}

std::optional<Due> next_due(const Progress& progress, base::Date today)
{
    if (!progress.first_money) return {};
    const auto month = open_span(Period::month, progress.month, *progress.first_money);
    const auto year = open_span(Period::year, progress.year, *progress.first_money);
    if (month.first > year.last) return Due{.period = Period::year, .span = year};
    if (progress.next_money && *progress.next_money <= month.last) {
        if (*progress.next_money >= today) return {};
        return Due{.period = Period::day, .span = span_of(Period::day, *progress.next_money)};
    }
    if (month.last >= today) return {};
    return Due{.period = Period::month, .span = month};
}

} // namespace ledger
