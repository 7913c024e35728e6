#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense.hpp"

#include <optional>
#include <string>

/// What a supplier's credit note takes back: one expense at most, and never more than it was.
namespace expenses
{

/// Of a number as it was typed; none for an empty one. Refuses "expenses.refusal.no_such_expense".
std::optional<ExpenseId> expense_credited(tenancy::WorkspaceTransaction& tx,
                                          const std::string& number);
/// What it names may be taken back, and is by no more than is left of it. Refuses
/// "expenses.refusal.not_to_take_back", ".beyond".
void check_credited(tenancy::WorkspaceTransaction& tx, const Expense& credit_note);
/// What was taken back of it stays possible with what it becomes. Refuses
/// "expenses.refusal.taken_back".
void check_taken_back(tenancy::WorkspaceTransaction& tx, const Expense& becoming);

} // namespace expenses
