#include "modules/accounting/archive.hpp"

#include <chrono>

namespace accounting
{

base::Date kept_until(const Period& month)
{
    const std::chrono::year_month_day last{month.last.day};
    return {std::chrono::sys_days{(last.year() + std::chrono::years{archive_years}) /
                                  std::chrono::December / std::chrono::last}};
}

} // namespace accounting
