#include "modules/invoices/erasure_store.hpp"

namespace invoices
{
namespace
{

constexpr db::Query sent_invoices{"invoices.sent_to_person", R"sql(
    SELECT s.invoice_id
      FROM invoices_issue s
      JOIN invoices_invoice i ON i.workspace_id = s.workspace_id AND i.id = s.invoice_id
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
     WHERE s.workspace_id = :workspace AND s.forgotten_at IS NULL
       AND ((s.to_email <> '' AND lower(s.to_email) = :email) OR c.name = :name)
     ORDER BY s.invoice_id
)sql"};

constexpr db::Query forget_issue{"invoices.forget_issue", R"sql(
    UPDATE invoices_issue SET to_name = :name, to_email = '', words = '', forgotten_at = :now
     WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

constexpr db::Query forget_events{"invoices.forget_events", R"sql(
    UPDATE invoices_event SET words = :name
     WHERE workspace_id = :workspace AND invoice_id = :invoice
       AND what IN ('issued', 'reminded') AND words <> ''
)sql"};

constexpr db::Query find_forgotten{"invoices.is_forgotten", R"sql(
    SELECT invoice_id FROM invoices_issue
     WHERE workspace_id = :workspace AND invoice_id = :invoice AND forgotten_at IS NOT NULL
)sql"};

} // namespace

std::vector<InvoiceId> ErasureStore::sent_to(std::string_view email, std::string_view name)
{
    return tx_.values<InvoiceId>(sent_invoices, {{"email", email}, {"name", name}});
}

void ErasureStore::forget(InvoiceId invoice, const std::string& name)
{
    tx_.execute(forget_issue, {{"invoice", invoice}, {"name", name}, {"now", base::now()}});
    tx_.execute(forget_events, {{"invoice", invoice}, {"name", name}});
}

bool ErasureStore::is_forgotten(InvoiceId invoice)
{
    return !tx_.values<InvoiceId>(find_forgotten, {{"invoice", invoice}}).empty();
}

} // namespace invoices
