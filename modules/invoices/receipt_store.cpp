#include "modules/invoices/receipt_store.hpp"

namespace invoices
{
namespace
{

constexpr db::Query find_choice{"invoices.receipts", R"sql(
    SELECT are_sent FROM invoices_receipts WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_choice{"invoices.save_receipts", R"sql(
    INSERT INTO invoices_receipts (workspace_id, are_sent) VALUES (:workspace, :are_sent)
    ON CONFLICT (workspace_id) DO UPDATE SET are_sent = excluded.are_sent
)sql"};

} // namespace

bool ReceiptStore::are_sent()
{
    return tx_.value<bool>(find_choice, {}).value_or(true);
}

void ReceiptStore::choose(Sent sent)
{
    tx_.execute(save_choice, {{"are_sent", sent == Sent::always}});
}

} // namespace invoices
