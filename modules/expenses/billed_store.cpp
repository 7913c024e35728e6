#include "modules/expenses/billed_store.hpp"

namespace expenses
{
namespace
{

constexpr db::Query add_billed{"expenses.add_billed", R"sql(
    INSERT INTO expenses_billed (workspace_id, expense_id, invoice_id)
    VALUES (:workspace, :expense, :invoice)
)sql"};

constexpr db::Query remove_billed{"expenses.remove_billed", R"sql(
    DELETE FROM expenses_billed WHERE workspace_id = :workspace AND expense_id = :expense
)sql"};

constexpr db::Query find_billed{"expenses.billed_on", R"sql(
    SELECT invoice_id FROM expenses_billed
     WHERE workspace_id = :workspace AND expense_id = :expense
)sql"};

constexpr db::Query list_billed{"expenses.billed", R"sql(
    SELECT expense_id FROM expenses_billed
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY expense_id LIMIT :limit
)sql"};

} // namespace

void BilledStore::insert(ExpenseId expense, invoices::InvoiceId invoice)
{
    tx_.execute(add_billed, {{"expense", expense}, {"invoice", invoice}});
}

void BilledStore::remove(ExpenseId expense)
{
    tx_.execute(remove_billed, {{"expense", expense}});
}

std::optional<invoices::InvoiceId> BilledStore::invoice_of(ExpenseId expense)
{
    return tx_.value<invoices::InvoiceId>(find_billed, {{"expense", expense}});
}

std::vector<ExpenseId> BilledStore::of(invoices::InvoiceId invoice)
{
    return tx_.values<ExpenseId>(list_billed,
                                 {{"invoice", invoice}, {"limit", sale_documents::lines_max}});
}

} // namespace expenses
