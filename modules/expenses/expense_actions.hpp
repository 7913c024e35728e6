#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense.hpp"

namespace expenses
{

/// Its files belong to (receipt_files, expense).
inline constexpr const char* receipt_files = "expense_receipt";
inline constexpr std::size_t receipts_max = 5; ///< of one expense
inline constexpr const char* expense_series = "expense";

/// Takes its number, and tells ExpenseRecorded unless it is still to be checked: such a one was
/// received, and has no author. Id, number, author and times are set here. Refuses
/// "expenses.refusal.no_such_type", ".no_such_client",
/// ".in_the_future", ".credit_note", and as check_credited does.
ExpenseId record_expense(tenancy::WorkspaceTransaction& tx, Expense expense);
/// What was received is checked by being saved. Throws base::NotFound; refuses as record_expense
/// check_changeable and check_taken_back do, and "expenses.refusal.changed_meanwhile" (409).
void save_expense(tenancy::WorkspaceTransaction& tx, Expense expense, std::int64_t seen_version);
/// Throws base::NotFound; refuses as check_changeable and check_taken_back do.
void cancel_expense(tenancy::WorkspaceTransaction& tx, ExpenseId id);
/// By the bank; tells ExpensePaid of one that counts already. Nothing where it was paid or
/// cancelled. Throws base::NotFound.
void note_paid(tenancy::WorkspaceTransaction& tx, ExpenseId id, base::Date paid_on);
/// « Refacturé » by hand, for an invoice made elsewhere. Throws base::NotFound; refuses
/// "expenses.refusal.not_recoverable".
void note_recovered(tenancy::WorkspaceTransaction& tx, ExpenseId id, const std::string& document);
/// Refuses "expenses.refusal.too_many_receipts". Throws base::NotFound.
void add_receipts(tenancy::WorkspaceTransaction& tx, ExpenseId id, const files::Intake& intake);

/// Throws base::NotFound.
Expense expense_by_id(tenancy::WorkspaceTransaction& tx, ExpenseId id);

/// Guardian of receipt_files.
void guard_receipt(tenancy::WorkspaceTransaction& tx, const files::File& file);
/// A receipt that turned out not to be one is missing again.
void on_receipt_judged(tenancy::WorkspaceTransaction& tx, const files::FileJudged& fact);

} // namespace expenses
