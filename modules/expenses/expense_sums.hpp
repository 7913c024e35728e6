#pragma once

#include "modules/expenses/expense_views.hpp"

namespace expenses
{

/// Added up: each row’s deductible part is rounded once.
Sums sums_of(const std::vector<ExpenseSum>& rows);

} // namespace expenses
