#include "modules/expenses/credited_store.hpp"

namespace expenses
{
namespace
{

constexpr int credit_notes_shown_max = 100;

constexpr db::Query hold_expense{"expenses.hold", R"sql(
    UPDATE expenses_expense SET receipts = receipts WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query expense_numbered{"expenses.numbered", R"sql(
    SELECT id FROM expenses_expense
     WHERE workspace_id = :workspace AND number = :number
     ORDER BY id LIMIT 1
)sql"};

constexpr db::Query sum_taken_back{"expenses.taken_back", R"sql(
    SELECT CAST(COALESCE(sum(gross), 0) AS BIGINT) FROM expenses_expense
     WHERE workspace_id = :workspace AND credited_id = :id AND id <> :except
       AND cancelled_at IS NULL
)sql"};

constexpr db::Query list_credit_notes{"expenses.credit_notes", R"sql(
    SELECT id, number, spent_on, gross FROM expenses_expense
     WHERE workspace_id = :workspace AND credited_id = :id AND cancelled_at IS NULL
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

void CreditedStore::hold(ExpenseId id)
{
    tx_.execute(hold_expense, {{"id", id}});
}

std::optional<ExpenseId> CreditedStore::numbered(const std::string& number)
{
    const auto ids = tx_.values<std::int64_t>(expense_numbered, {{"number", number}});
    if (ids.empty()) return {};
    return ExpenseId{ids.front()};
}

base::Cents CreditedStore::taken_back(ExpenseId id, ExpenseId except)
{
    return {tx_.values<std::int64_t>(sum_taken_back, {{"id", id}, {"except", except}}).front()};
}

std::vector<CreditedRow> CreditedStore::credit_notes(ExpenseId id)
{
    return tx_.rows<CreditedRow>(list_credit_notes,
                                 {{"id", id}, {"limit", credit_notes_shown_max}});
}

} // namespace expenses
