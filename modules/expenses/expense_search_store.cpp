#include "modules/expenses/expense_search_store.hpp"

#include "kernel/search/search.hpp"

namespace expenses
{
namespace
{

constexpr db::Query expense_hits{"expenses.hits", R"sql(
    SELECT id, number, description, spent_on FROM expenses_expense
     WHERE workspace_id = :workspace AND id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query next_expenses{"expenses.next_ids", R"sql(
    SELECT id FROM expenses_expense WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<ExpenseHit> ExpenseSearchStore::hits(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<ExpenseHit>(expense_hits, search::id_binds(ids));
}

std::vector<std::int64_t> ExpenseSearchStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_expenses, {{"after", after}, {"limit", limit}});
}

} // namespace expenses
