#include "modules/invoices/account_statement_store.hpp"

#include <chrono>

namespace invoices
{
namespace
{

constexpr db::Query opening_of{"invoices.account_opening", R"sql(
    SELECT CAST(COALESCE(sum(a.amount), 0) AS BIGINT)
      FROM (SELECT CASE WHEN i.kind = 'credit_note' THEN -b.due ELSE b.due END AS amount
              FROM invoices_invoice i
              JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
             WHERE i.workspace_id = :workspace AND i.client_id = :client
               AND i.state IN ('issued', 'cancelled') AND i.issued_on < :from
            UNION ALL
            SELECT CASE WHEN p.kind = 'payment' THEN -p.amount ELSE p.amount END
              FROM invoices_invoice i
              JOIN invoices_payment p ON p.workspace_id = i.workspace_id AND p.invoice_id = i.id
             WHERE i.workspace_id = :workspace AND i.client_id = :client
               AND p.received_on < :from) a
)sql"};

/// Of one day, what was asked comes before what was paid.
constexpr db::Query lines_of{"invoices.account_lines", R"sql(
    SELECT a.day, a.move, a.invoice, a.number, a.title, a.amount, a.running FROM (
    SELECT i.issued_on AS day, i.kind AS move, i.id AS invoice, i.number, i.title,
           CASE WHEN i.kind = 'credit_note' THEN -b.due ELSE b.due END AS amount, 0 AS running,
           0 AS step, i.issued_at AS at, i.id AS place
      FROM invoices_invoice i
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.client_id = :client
       AND i.state IN ('issued', 'cancelled') AND i.issued_on BETWEEN :from AND :to
    UNION ALL
    SELECT p.received_on, p.kind, i.id, i.number, i.title,
           CASE WHEN p.kind = 'payment' THEN -p.amount ELSE p.amount END, 0,
           1, p.recorded_at, p.id
      FROM invoices_invoice i
      JOIN invoices_payment p ON p.workspace_id = i.workspace_id AND p.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.client_id = :client
       AND p.received_on BETWEEN :from AND :to) a
     ORDER BY a.day, a.step, a.at, a.place
     LIMIT :limit
)sql"};

/// Of one that was given back whole, nobody owes anything.
constexpr db::Query ages_of{"invoices.account_ages", R"sql(
    SELECT CAST(COALESCE(sum(CASE WHEN o.due_on >= :today THEN o.amount_left ELSE 0 END), 0)
                AS BIGINT) AS not_due,
           CAST(COALESCE(sum(CASE WHEN o.due_on < :today AND o.due_on >= :d30
                                  THEN o.amount_left ELSE 0 END), 0) AS BIGINT) AS days_30,
           CAST(COALESCE(sum(CASE WHEN o.due_on < :d30 AND o.due_on >= :d60
                                  THEN o.amount_left ELSE 0 END), 0) AS BIGINT) AS days_60,
           CAST(COALESCE(sum(CASE WHEN o.due_on < :d60 AND o.due_on >= :d90
                                  THEN o.amount_left ELSE 0 END), 0) AS BIGINT) AS days_90,
           CAST(COALESCE(sum(CASE WHEN o.due_on < :d90 THEN o.amount_left ELSE 0 END), 0)
                AS BIGINT) AS older
      FROM invoices_published_owed o
     WHERE o.workspace_id = :workspace AND o.client_id = :client AND o.amount_left > 0
)sql"};

base::Date days_before(base::Date day, int count)
{
    return {day.day - std::chrono::days{count}};
}

} // namespace

base::Cents AccountStatementStore::opening(tenancy::ClientId client, base::Date from)
{
    return tx_.value<base::Cents>(opening_of, {{"client", client}, {"from", from}})
        .value_or(base::Cents{});
}

std::vector<AccountLine> AccountStatementStore::lines(const AccountSpan& span)
{
    return tx_.rows<AccountLine>(lines_of, {{"client", span.client},
                                            {"from", span.from},
                                            {"to", span.to},
                                            {"limit", account_lines_max + 1}});
}

Ageing AccountStatementStore::ageing(tenancy::ClientId client, base::Date today)
{
    return tx_
        .find<Ageing>(ages_of, {{"client", client},
                                {"today", today},
                                {"d30", days_before(today, 30)},
                                {"d60", days_before(today, 60)},
                                {"d90", days_before(today, 90)}})
        .value_or(Ageing{});
}

} // namespace invoices
