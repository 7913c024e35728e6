#include "modules/expenses/expenses.hpp"

#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expense_type_actions.hpp"

namespace expenses
{

using tenancy::WorkspaceTransaction;

std::vector<Recoverable> recoverable(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    std::vector<Recoverable> found;
    if (!tx.actor().may("expenses.read") || !tx.workspace().modules.contains("expenses"))
        return found;
    for (const auto& expense : ExpenseStore{tx}.recoverable(client, recoverable_max))
        found.push_back({.id = expense.id,
                         .number = expense.number,
                         .spent_on = expense.spent_on,
                         .description = expense.description,
                         .net = expense.cost(),
                         .gross = expense.gross,
                         .tax = expense.tax});
    return found;
}

std::vector<std::pair<std::string, std::string>> type_names(WorkspaceTransaction& tx)
{
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& type : types_of(tx))
        names.emplace_back(type.code, type.name);
    return names;
}

std::vector<Total> totals(WorkspaceTransaction& tx, base::Date first, base::Date last)
{
    const auto types = types_of(tx);
    std::vector<Total> found;
    for (const auto& sum : ExpenseStore{tx}.sums({.first = first, .last = last})) {
        const Expense alike{.gross = sum.gross,
                            .tax = sum.tax,
                            .first_tax = sum.first_tax,
                            .second_tax = sum.second_tax,
                            .owed_cost = sum.owed_cost};
        found.push_back({.type_name = name_of(types, sum.type),
                         .category = sum.category,
                         .deductible = sum.deductible,
                         .count = sum.count,
                         .gross = sum.gross,
                         .net = alike.net(),
                         .taxes = paid_taxes(alike),
                         .owed_cost = sum.owed_cost});
    }
    return found;
}

} // namespace expenses
