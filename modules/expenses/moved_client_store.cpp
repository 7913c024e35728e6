#include "modules/expenses/moved_client_store.hpp"

namespace expenses
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query move_all{"expenses.move_to_client", R"sql(
    UPDATE expenses_expense SET client_id = :into, version = version + 1
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"expenses.return_to_client", R"sql(
    UPDATE expenses_expense SET client_id = :from, version = version + 1
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

RowIds move_expenses(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
}

void return_expenses(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows expense_rows()
{
    return {"expenses_expense", move_expenses, return_expenses};
}

} // namespace expenses
