#include "modules/invoices/invoice_list_store.hpp"

#include "kernel/forms/field_types.hpp"

#include <limits>

namespace invoices
{
namespace
{

struct ViewCount {
    InvoiceView view = InvoiceView::draft;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(ViewCount, (), (view, count))

constexpr db::Query list_all{"invoices.list", R"sql(
    SELECT i.id, i.kind, i.title, i.state, i.number, i.gross, i.net, i.issued_on, i.due_on,
           i.updated_at, c.name AS client_name, COALESCE(b.due, 0) AS due, COALESCE(b.credited, 0) AS credited,
           COALESCE(b.paid, 0) AS paid, COALESCE(b.refunded, 0) AS refunded
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      LEFT JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.id < :before
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || i.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || i.search_key
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key)
     ORDER BY i.id DESC
     LIMIT :limit
)sql"};

/// Dates are texts that sort as days do.
constexpr db::Query list_standing{"invoices.list_standing", R"sql(
    SELECT i.id, i.kind, i.title, i.state, i.number, i.gross, i.net, i.issued_on, i.due_on,
           i.updated_at, c.name AS client_name, COALESCE(b.due, 0) AS due, COALESCE(b.credited, 0) AS credited,
           COALESCE(b.paid, 0) AS paid, COALESCE(b.refunded, 0) AS refunded
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      LEFT JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.standing = :standing AND i.id < :before
       AND (CAST(:due_before AS TEXT) = '' OR i.due_on < CAST(:due_before AS TEXT))
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || i.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || i.search_key
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key)
     ORDER BY i.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query list_of_client{"invoices.list_of_client", R"sql(
    SELECT i.id, i.kind, i.title, i.state, i.number, i.gross, i.net, i.issued_on, i.due_on,
           i.updated_at, c.name AS client_name, COALESCE(b.due, 0) AS due, COALESCE(b.credited, 0) AS credited,
           COALESCE(b.paid, 0) AS paid, COALESCE(b.refunded, 0) AS refunded
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      LEFT JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.client_id = :client
     ORDER BY i.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query issued_to_client{"invoices.issued_to_client", R"sql(
    SELECT i.id, i.kind, i.title, i.state, i.number, i.gross, i.net, i.issued_on, i.due_on,
           i.updated_at, c.name AS client_name, b.due, b.credited, b.paid, b.refunded
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.client_id = :client
       AND i.state IN ('issued', 'cancelled')
     ORDER BY i.id DESC LIMIT :limit
)sql"};

/// Signed as ListSums says; drafts ask for nothing yet but in their own views. A word or a view
/// that is not asked for narrows nothing.
constexpr db::Query sum_list{"invoices.sum_list", R"sql(
    SELECT count(*) AS count,
           CAST(COALESCE(sum(CASE WHEN i.kind = 'credit_note' THEN -i.gross ELSE i.gross END), 0)
                AS BIGINT) AS gross,
           CAST(COALESCE(sum(CASE WHEN i.kind = 'credit_note' THEN -i.net ELSE i.net END), 0)
                AS BIGINT) AS net,
           CAST(COALESCE(sum(CASE WHEN i.kind = 'credit_note' OR b.due IS NULL
                                       OR (b.refunded > 0 AND b.paid <= b.refunded)
                                       OR b.due - b.credited - b.paid + b.refunded < 0 THEN 0
                                  ELSE b.due - b.credited - b.paid + b.refunded END), 0)
                AS BIGINT) AS left_due
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      LEFT JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace
       AND ((CAST(:standing AS TEXT) = '' AND i.standing NOT IN ('draft', 'checked'))
            OR i.standing = CAST(:standing AS TEXT))
       AND (CAST(:due_before AS TEXT) = '' OR i.due_on < CAST(:due_before AS TEXT))
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || i.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || i.search_key
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key)
)sql"};

/// The others are many after some years, and nobody acts on how many: that there is one.
constexpr db::Query count_views{"invoices.count_by_view", R"sql(
    SELECT standing AS view, count(*) AS count
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND standing IN ('draft', 'checked', 'unpaid')
     GROUP BY standing
    UNION ALL
    SELECT 'late', count(*) FROM invoices_invoice
     WHERE workspace_id = :workspace AND standing = 'unpaid' AND due_on < :today
    HAVING count(*) > 0
    UNION ALL
    SELECT v.standing, 0
      FROM (SELECT 'paid' AS standing UNION ALL SELECT 'refunded' UNION ALL SELECT 'cancelled'
            UNION ALL SELECT 'credit_note') v
     WHERE EXISTS (SELECT 1 FROM invoices_invoice i
                    WHERE i.workspace_id = :workspace AND i.standing = v.standing)
)sql"};

} // namespace

std::vector<InvoiceRow> InvoiceListStore::list(const InvoiceSearch& search)
{
    const auto before =
        search.before ? search.before.value : std::numeric_limits<std::int64_t>::max();
    if (!search.view)
        return tx_.rows<InvoiceRow>(
            list_all, {{"before", before}, {"word", search.word}, {"limit", search.limit}});
    const bool is_late = search.view == InvoiceView::late;
    const auto standing = is_late ? InvoiceView::unpaid : *search.view;
    return tx_.rows<InvoiceRow>(list_standing,
                                {{"before", before},
                                 {"standing", forms::enum_name(standing)},
                                 {"due_before", is_late ? search.today.text() : std::string{}},
                                 {"word", search.word},
                                 {"limit", search.limit}});
}

ListSums InvoiceListStore::sums(const InvoiceSearch& search)
{
    const bool is_late = search.view == InvoiceView::late;
    std::string standing;
    if (search.view) standing = forms::enum_name(is_late ? InvoiceView::unpaid : *search.view);
    return tx_
        .find<ListSums>(sum_list, {{"standing", standing},
                                   {"due_before", is_late ? search.today.text() : std::string{}},
                                   {"word", search.word}})
        .value_or(ListSums{});
}

std::vector<InvoiceRow> InvoiceListStore::of_client(tenancy::ClientId client, int limit)
{
    return tx_.rows<InvoiceRow>(list_of_client, {{"client", client}, {"limit", limit}});
}

std::vector<InvoiceRow> InvoiceListStore::issued_to(tenancy::ClientId client)
{
    return tx_.rows<InvoiceRow>(issued_to_client,
                                {{"client", client}, {"limit", invoice_page_rows}});
}

std::map<InvoiceView, std::int64_t> InvoiceListStore::counts(base::Date today)
{
    std::map<InvoiceView, std::int64_t> counts;
    for (const auto& row : tx_.rows<ViewCount>(count_views, {{"today", today}}))
        counts.emplace(row.view, row.count);
    return counts;
}

} // namespace invoices
