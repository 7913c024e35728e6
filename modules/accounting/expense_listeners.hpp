#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/events.hpp"

namespace accounting
{

/// Within the transaction that wrote the expense.
void on_expense_recorded(tenancy::WorkspaceTransaction& tx, const expenses::ExpenseRecorded& fact);
/// Takes back what was booked, and books it as it is now.
void on_expense_changed(tenancy::WorkspaceTransaction& tx, const expenses::ExpenseChanged& fact);
void on_expense_paid(tenancy::WorkspaceTransaction& tx, const expenses::ExpensePaid& fact);
void on_expense_cancelled(tenancy::WorkspaceTransaction& tx,
                          const expenses::ExpenseCancelled& fact);

} // namespace accounting
