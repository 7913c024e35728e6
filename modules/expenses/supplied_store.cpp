#include "modules/expenses/supplied_store.hpp"

namespace expenses
{
namespace
{

constexpr int expenses_of_invoice_max = 20;

constexpr db::Query add_supplied{"expenses.add_supplied", R"sql(
    INSERT INTO expenses_supplied (workspace_id, expense_id, supplier_invoice_id)
    VALUES (:workspace, :expense, :invoice)
)sql"};

constexpr db::Query list_supplied{"expenses.supplied", R"sql(
    SELECT expense_id FROM expenses_supplied
     WHERE workspace_id = :workspace AND supplier_invoice_id = :invoice
     ORDER BY expense_id LIMIT :limit
)sql"};

constexpr db::Query last_of_supplier{"expenses.last_type_of_supplier", R"sql(
    SELECT type FROM expenses_expense
     WHERE workspace_id = :workspace AND supplier = :supplier AND cancelled_at IS NULL
     ORDER BY id DESC LIMIT 1
)sql"};

} // namespace

void SuppliedStore::insert(SuppliedId invoice, ExpenseId expense)
{
    tx_.execute(add_supplied, {{"invoice", invoice}, {"expense", expense}});
}

std::vector<ExpenseId> SuppliedStore::of(SuppliedId invoice)
{
    std::vector<ExpenseId> ids;
    for (const auto id : tx_.values<std::int64_t>(
             list_supplied, {{"invoice", invoice}, {"limit", expenses_of_invoice_max}}))
        ids.push_back(ExpenseId{id});
    return ids;
}

std::string SuppliedStore::last_type(const std::string& supplier)
{
    const auto types = tx_.values<std::string>(last_of_supplier, {{"supplier", supplier}});
    return types.empty() ? std::string{} : types.front();
}

} // namespace expenses
