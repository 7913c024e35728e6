#include "modules/expenses/expense_index.hpp"

#include "kernel/i18n/format.hpp"
#include "modules/expenses/expense_search_store.hpp"
#include "modules/expenses/expense_store.hpp"

namespace expenses
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<search::Hit> show_to_staff(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    for (const auto& row : ExpenseSearchStore{tx}.hits(ids))
        hits.push_back({.id = row.id,
                        .title = row.description,
                        .detail = row.number + " · " + i18n::short_date(row.spent_on),
                        .path = "/depenses/" + std::to_string(row.id),
                        .state = {},
                        .tone = {}});
    return hits;
}

std::vector<search::Document> read_words(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto expense = ExpenseStore{tx}.find(ExpenseId{id});
    if (!expense) return {};
    return {names_of(*expense)};
}

std::vector<std::int64_t> expense_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return ExpenseSearchStore{tx}.ids(after, limit);
}

} // namespace

search::Document names_of(const Expense& expense)
{
    search::Names names;
    names.words(expense.description);
    if (!expense.supplier.empty()) names.words(expense.supplier);
    names.words(expense.number);
    return {.kind = "expense",
            .id = expense.id.value,
            .scopes = {search::Scope::staff()},
            .terms = names.terms()};
}

search::Kind expense_kind()
{
    return {.name = "expense",
            .label_key = "expenses.nav",
            .client_label_key = "expenses.nav",
            .icon = "receipt",
            .permission = "expenses.read",
            .order = 60,
            .to_staff = show_to_staff};
}

search::Source expense_source()
{
    return {.name = "expenses.expense", .read = read_words, .ids = expense_ids};
}

} // namespace expenses
