#pragma once

#include "kernel/search/search.hpp"
#include "modules/expenses/expense.hpp"

namespace expenses
{

/// What an expense is found by: its words, its supplier and its number.
search::Document names_of(const Expense& expense);
search::Kind expense_kind();
search::Source expense_source();

} // namespace expenses
