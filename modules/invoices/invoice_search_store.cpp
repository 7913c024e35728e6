#include "modules/invoices/invoice_search_store.hpp"

#include "kernel/search/search.hpp"

namespace invoices
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query invoice_hits{"invoices.hits", R"sql(
    SELECT i.id, i.title, i.number, i.state, c.name AS client_name
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
     WHERE i.workspace_id = :workspace AND i.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query next_invoices{"invoices.next_ids", R"sql(
    SELECT id FROM invoices_invoice WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query move_all{"invoices.move_to_client", R"sql(
    UPDATE invoices_invoice SET client_id = :into, version = version + 1
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"invoices.return_to_client", R"sql(
    UPDATE invoices_invoice SET client_id = :from, version = version + 1
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

/// The numbers of who is merged away stand in where the one that stays has none.
constexpr db::Query move_buyer{"invoices.move_buyer", R"sql(
    UPDATE invoices_buyer SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND NOT EXISTS (SELECT 1 FROM invoices_buyer b
                        WHERE b.workspace_id = invoices_buyer.workspace_id AND b.client_id = :into)
    RETURNING client_id
)sql"};

constexpr db::Query return_buyer{"invoices.return_buyer", R"sql(
    UPDATE invoices_buyer SET client_id = :from
     WHERE workspace_id = :workspace AND client_id = :into
)sql"};

RowIds move_buyers(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_buyer, {{"from", from}, {"into", into}});
}

void return_buyers(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    if (!rows.empty()) tx.execute(return_buyer, {{"from", from}, {"into", into}});
}

RowIds move_invoices(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
}

void return_invoices(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
}

} // namespace

std::vector<InvoiceHit> InvoiceSearchStore::hits(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<InvoiceHit>(invoice_hits, search::id_binds(ids));
}

std::vector<std::int64_t> InvoiceSearchStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_invoices, {{"after", after}, {"limit", limit}});
}

crm::ClientRows buyer_rows()
{
    return {"invoices_buyer", move_buyers, return_buyers};
}

crm::ClientRows invoice_rows()
{
    return {"invoices_invoice", move_invoices, return_invoices};
}

} // namespace invoices
