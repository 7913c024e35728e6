#include "modules/accounting/money_store.hpp"

namespace accounting
{
namespace
{

constexpr int months_max = 24;

constexpr db::Query list_sales{"accounting.sales", R"sql(
    SELECT s.day, s.number, s.kind, s.party_label,
           CASE WHEN s.kind = 'credit_note' THEN -s.net ELSE s.net END AS net,
           CASE WHEN s.kind = 'credit_note' THEN -s.tax ELSE s.tax END AS tax,
           CASE WHEN s.kind = 'credit_note' THEN -s.due ELSE s.due END AS due
      FROM accounting_sale s
     WHERE s.workspace_id = :workspace AND s.day >= :first AND s.day <= :last
       AND (CAST(:party AS TEXT) = '' OR s.party = :party)
     ORDER BY s.day, s.id LIMIT :limit
)sql"};

constexpr db::Query list_receipts{"accounting.receipts", R"sql(
    SELECT r.day, s.number, s.party_label, r.kind, r.means, r.reference,
           CASE WHEN r.kind = 'payment' THEN r.amount ELSE -r.amount END AS amount
      FROM accounting_receipt r
      JOIN accounting_sale s ON s.workspace_id = r.workspace_id AND s.id = r.sale_id
     WHERE r.workspace_id = :workspace AND r.day >= :first AND r.day <= :last
       AND (CAST(:party AS TEXT) = '' OR s.party = :party)
       AND (CAST(:means AS TEXT) = '' OR r.means = :means)
     ORDER BY r.day, r.id LIMIT :limit
)sql"};

constexpr db::Query list_parties{"accounting.parties", R"sql(
    SELECT party, max(party_label) AS party_label FROM accounting_sale
     WHERE workspace_id = :workspace GROUP BY party ORDER BY party LIMIT :limit
)sql"};

constexpr db::Query sum_months{"accounting.months", R"sql(
    SELECT substr(e.day, 1, 7) AS month,
           CAST(sum(CASE WHEN substr(l.party, 1, 1) = 'C' THEN l.credit - l.debit
                         ELSE 0 END) AS BIGINT) AS collected,
           CAST(sum(CASE WHEN substr(l.party, 1, 1) <> 'C' AND substr(l.account, 1, 1) <> '5'
                         THEN l.debit - l.credit ELSE 0 END) AS BIGINT) AS spent
      FROM accounting_entry e
      JOIN accounting_line l ON l.workspace_id = e.workspace_id AND l.entry_id = e.id
     WHERE e.workspace_id = :workspace AND e.day >= :first AND e.day <= :last
       AND e.journal IN ('bank', 'cash')
     GROUP BY substr(e.day, 1, 7) ORDER BY month LIMIT :limit
)sql"};

constexpr db::Query sum_expected{"accounting.expected", R"sql(
    SELECT substr(o.due_on, 1, 7) AS month, CAST(sum(o.rest) AS BIGINT) AS expected
      FROM (SELECT s.due_on,
                   s.due
                   - COALESCE((SELECT sum(c.due) FROM accounting_sale c
                                WHERE c.workspace_id = s.workspace_id AND c.credits_id = s.id
                                  AND c.credits_id <> 0), 0)
                   - COALESCE((SELECT sum(CASE WHEN r.kind = 'payment' THEN r.amount
                                               ELSE -r.amount END)
                                 FROM accounting_receipt r
                                WHERE r.workspace_id = s.workspace_id
                                  AND r.sale_id = s.id), 0) AS rest
              FROM accounting_sale s
             WHERE s.workspace_id = :workspace AND s.kind <> 'credit_note'
               AND s.due_on >= :first AND s.due_on <= :last) o
     WHERE o.rest > 0
     GROUP BY substr(o.due_on, 1, 7) ORDER BY month LIMIT :limit
)sql"};

} // namespace

std::vector<SaleRow> MoneyStore::sales(const MoneySearch& search)
{
    return tx_.rows<SaleRow>(list_sales, {{"first", search.first},
                                          {"last", search.last},
                                          {"party", search.party},
                                          {"limit", search.limit}});
}

std::vector<ReceiptRow> MoneyStore::receipts(const MoneySearch& search)
{
    return tx_.rows<ReceiptRow>(list_receipts, {{"first", search.first},
                                                {"last", search.last},
                                                {"party", search.party},
                                                {"means", search.means},
                                                {"limit", search.limit}});
}

std::vector<PartyRow> MoneyStore::parties()
{
    return tx_.rows<PartyRow>(list_parties, {{"limit", parties_max}});
}

std::vector<MonthRow> MoneyStore::months(base::Date first, base::Date last)
{
    return tx_.rows<MonthRow>(sum_months,
                              {{"first", first}, {"last", last}, {"limit", months_max}});
}

std::vector<ExpectedRow> MoneyStore::expected(base::Date first, base::Date last)
{
    return tx_.rows<ExpectedRow>(sum_expected,
                                 {{"first", first}, {"last", last}, {"limit", months_max}});
}

} // namespace accounting
