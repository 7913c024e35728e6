#include "modules/invoices/late_invoice_store.hpp"

namespace invoices
{
namespace
{

constexpr db::Query late_ids{"invoices.late", R"sql(
    SELECT i.id
      FROM invoices_invoice i
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.state = 'issued' AND i.kind <> 'credit_note'
       AND i.due_on >= :due_from AND i.due_on < :today AND i.id > :after
       AND b.due - b.credited > b.paid - b.refunded
       AND NOT (b.refunded > 0 AND b.paid <= b.refunded)
     ORDER BY i.id LIMIT :limit
)sql"};

constexpr db::Query late_count{"invoices.late_count", R"sql(
    SELECT count(*)
      FROM invoices_invoice i
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.state = 'issued' AND i.kind <> 'credit_note'
       AND i.due_on >= :due_from AND i.due_on < :due_before
       AND b.due - b.credited > b.paid - b.refunded
       AND NOT (b.refunded > 0 AND b.paid <= b.refunded)
)sql"};

} // namespace

std::vector<InvoiceId> LateInvoiceStore::list(const LateSpan& span)
{
    return tx_.values<InvoiceId>(late_ids, {{"due_from", span.due_from},
                                            {"today", span.today},
                                            {"after", span.after},
                                            {"limit", span.limit}});
}

std::int64_t LateInvoiceStore::count(base::Date due_from, base::Date due_before)
{
    return tx_.value<std::int64_t>(late_count, {{"due_from", due_from}, {"due_before", due_before}})
        .value_or(0);
}

} // namespace invoices
