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

constexpr db::Query newest_draft_of{"invoices.newest_draft", R"sql(
    SELECT id FROM invoices_invoice
     WHERE workspace_id = :workspace AND client_id = :client AND state = 'draft'
       AND kind = 'invoice' AND quote_id IS NULL AND prices = 'net'
       AND discount_kind = 'none' AND promotion = ''
     ORDER BY id DESC LIMIT 1
)sql"};

} // namespace

std::vector<OpenVersion> OpenInvoiceStore::list(InvoiceId after, int limit)
{
    return tx_.rows<OpenVersion>(open_versions, {{"after", after}, {"limit", limit}});
}

std::optional<InvoiceId> OpenInvoiceStore::newest_draft(tenancy::ClientId client)
{
    return tx_.value<InvoiceId>(newest_draft_of, {{"client", client}});
}

} // namespace invoices
