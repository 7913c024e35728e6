#include "modules/einvoicing/reporting.hpp"

#include <algorithm>

namespace einvoicing
{
namespace
{

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr int decade_days = 10;
constexpr unsigned last_decade_first = 21;
constexpr unsigned due_early = 10;
constexpr unsigned due_late = 30;
constexpr days before_due{3};

year_month month_of(base::Date day)
{
    const year_month_day date{day.day};
    return date.year() / date.month();
}

base::Date last_of(year_month month)
{
    return {sys_days{month / std::chrono::last}};
}

/// That day of the month, or its last one.
base::Date day_in(year_month month, unsigned day)
{
    return std::min(base::Date{sys_days{month / std::chrono::day{1}} + days{int(day) - 1}},
                    last_of(month));
}

ReportPeriod decade_of(base::Date day)
{
    const auto month = month_of(day);
    const auto at = unsigned{year_month_day{day.day}.day()};
    const unsigned first = at >= last_decade_first ? last_decade_first : at > decade_days ? 11 : 1;
    const auto last =
        first == last_decade_first ? last_of(month) : day_in(month, first + decade_days - 1);
    return {.first = day_in(month, first), .last = last, .due_on = {last.day + days{decade_days}}};
}

ReportPeriod months_of(year_month first, year_month last, unsigned due_day)
{
    return {.first = day_in(first, 1),
            .last = last_of(last),
            .due_on = day_in(last + months{1}, due_day)};
}

/// January and February, March and April…
year_month pair_of(year_month month)
{
    return unsigned{month.month()} % 2 == 1 ? month : month - months{1};
}

} // namespace

std::string_view code_of(Flux flux)
{
    switch (flux) {
    case Flux::foreign_sales:
        return "10.1";
    case Flux::foreign_payments:
        return "10.2";
    case Flux::private_payments:
        return "10.4";
    case Flux::private_sales:
        break;
    }
    return "10.3";
}

bool tells_payments(Flux flux)
{
    return flux == Flux::foreign_payments || flux == Flux::private_payments;
}

bool is_foreign(Flux flux)
{
    return flux == Flux::foreign_sales || flux == Flux::foreign_payments;
}

ReportPeriod period_of(VatRegime regime, Flux flux, base::Date day)
{
    const auto month = month_of(day);
    switch (regime) {
    case VatRegime::monthly:
        return tells_payments(flux) ? months_of(month, month, due_early) : decade_of(day);
    case VatRegime::quarterly:
        return months_of(month, month, due_early);
    case VatRegime::simplified:
        return months_of(month, month, due_late);
    case VatRegime::franchise:
        break;
    }
    return months_of(pair_of(month), pair_of(month) + months{1}, due_late);
}

ReportPeriod period_after(VatRegime regime, Flux flux, const ReportPeriod& period)
{
    return period_of(regime, flux, {period.last.day + days{1}});
}

base::Date leaves_on(const ReportPeriod& period)
{
    return {period.due_on.day - before_due};
}

} // namespace einvoicing
