#include "modules/invoices/money_store.hpp"

namespace invoices
{
namespace
{

constexpr db::Query sum_invoiced{"invoices.invoiced_between", R"sql(
    SELECT CAST(COALESCE(sum(CASE WHEN kind = 'credit_note' THEN -net ELSE net END), 0) AS BIGINT)
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND issued_on >= :from AND issued_on < :until
)sql"};

constexpr db::Query sum_collected{"invoices.collected_between", R"sql(
    SELECT CAST(COALESCE(sum(CASE WHEN kind = 'payment' THEN amount ELSE -amount END), 0) AS BIGINT)
      FROM invoices_payment
     WHERE workspace_id = :workspace AND received_on >= :from AND received_on < :until
)sql"};

constexpr db::Query sum_owed{"invoices.owed", R"sql(
    SELECT count(*) AS count,
           CAST(COALESCE(sum(b.due - b.credited - b.paid + b.refunded), 0) AS BIGINT) AS owed,
           count(CASE WHEN i.due_on < :today THEN 1 END) AS late_count,
           CAST(COALESCE(sum(CASE WHEN i.due_on < :today
                                  THEN b.due - b.credited - b.paid + b.refunded END), 0)
                AS BIGINT) AS late
      FROM invoices_invoice i
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.standing = 'unpaid'
)sql"};

constexpr db::Query longest_due{"invoices.longest_due", R"sql(
    SELECT i.id, i.number, c.name AS client_name, i.due_on,
           b.due - b.credited - b.paid + b.refunded AS "left"
      FROM invoices_invoice i
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
     WHERE i.workspace_id = :workspace AND i.standing = 'unpaid' AND i.due_on < :today
     ORDER BY i.due_on LIMIT :limit
)sql"};

constexpr db::Query count_open{"invoices.to_issue", R"sql(
    SELECT count(*) FROM invoices_invoice
     WHERE workspace_id = :workspace AND standing IN ('draft', 'checked')
)sql"};

} // namespace

base::Cents MoneyStore::invoiced(const Days& days)
{
    return tx_.value<base::Cents>(sum_invoiced, {{"from", days.from}, {"until", days.until}})
        .value_or(base::Cents{});
}

base::Cents MoneyStore::collected(const Days& days)
{
    return tx_.value<base::Cents>(sum_collected, {{"from", days.from}, {"until", days.until}})
        .value_or(base::Cents{});
}

Owed MoneyStore::owed(base::Date today)
{
    return tx_.find<Owed>(sum_owed, {{"today", today}}).value_or(Owed{});
}

std::vector<LateInvoice> MoneyStore::late(base::Date today, int limit)
{
    return tx_.rows<LateInvoice>(longest_due, {{"today", today}, {"limit", limit}});
}

std::int64_t MoneyStore::to_issue()
{
    return tx_.value<std::int64_t>(count_open).value_or(0);
}

} // namespace invoices
