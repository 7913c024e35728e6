#include "modules/invoices/open_invoice_store.hpp"

namespace invoices
{
namespace
{

constexpr db::Query open_versions{"invoices.open", R"sql(
    SELECT id, version FROM invoices_invoice
     WHERE workspace_id = :workspace AND state IN ('draft', 'checked') AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<OpenVersion> OpenInvoiceStore::list(InvoiceId after, int limit)
{
    return tx_.rows<OpenVersion>(open_versions, {{"after", after}, {"limit", limit}});
}

} // namespace invoices
