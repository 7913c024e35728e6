#include "modules/invoices/invoice_store.hpp"

#include "kernel/forms/field_types.hpp"

#include <limits>

namespace invoices
{
namespace
{

/// A line as it is stored.
struct LineRow {
    InvoiceId invoice_id;
    std::int64_t position = 0;
    sale_documents::LineKind kind = sale_documents::LineKind::line;
    std::string name;
    std::string details;
    base::Quantity quantity;
    std::string unit;
    base::UnitPrice unit_price;
    base::Rate discount;
    std::string tax;
    bool is_ticked = false;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (invoice_id, position, kind, name, details, quantity, unit, unit_price,
                       discount, tax, is_ticked))

struct ViewCount {
    InvoiceView view = InvoiceView::draft;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(ViewCount, (), (view, count))

constexpr db::Table<Invoice> invoice_table{"invoices_invoice"};
constexpr db::Table<LineRow> line_table{"invoices_line"};

constexpr db::Query find_invoice{"invoices.find", R"sql(
    SELECT id, kind, client_id, title, search_key, state, number, note, nature, delivered_on,
           payment_days, prices, discount_kind, discount_size, gross, asked, quote_id, credits_id,
           reason, issued_on, due_on, issued_at, created_by, created_at, updated_at, version
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query invoices_of_quote{"invoices.of_quote", R"sql(
    SELECT id, kind, client_id, title, search_key, state, number, note, nature, delivered_on,
           payment_days, prices, discount_kind, discount_size, gross, asked, quote_id, credits_id,
           reason, issued_on, due_on, issued_at, created_by, created_at, updated_at, version
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND quote_id = :quote
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query credits_of_invoice{"invoices.credits_of", R"sql(
    SELECT id, kind, client_id, title, search_key, state, number, note, nature, delivered_on,
           payment_days, prices, discount_kind, discount_size, gross, asked, quote_id, credits_id,
           reason, issued_on, due_on, issued_at, created_by, created_at, updated_at, version
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND credits_id = :invoice
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query update_invoice{"invoices.update", R"sql(
    UPDATE invoices_invoice
       SET client_id = :client, title = :title, search_key = :search_key, state = :state,
           note = :note, nature = :nature, delivered_on = :delivered_on,
           payment_days = :payment_days, prices = :prices, discount_kind = :discount_kind,
           discount_size = :discount_size, gross = :gross, asked = :asked, reason = :reason,
           updated_at = :updated_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
       AND state IN ('draft', 'checked')
)sql"};

constexpr db::Query move_invoice{"invoices.move", R"sql(
    UPDATE invoices_invoice
       SET state = :state, number = :number, gross = :gross, issued_on = :issued_on,
           due_on = :due_on, issued_at = :issued_at, updated_at = :updated_at,
           version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_invoice{"invoices.remove", R"sql(
    DELETE FROM invoices_invoice
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
       AND state IN ('draft', 'checked')
)sql"};

/// An invoice and the view it stands in; dates are texts that sort as days do.
constexpr db::Query list_invoices{"invoices.list", R"sql(
    SELECT i.id, i.kind, i.title, i.state, i.number, i.gross, i.issued_on, i.due_on, i.updated_at,
           c.name AS client_name, COALESCE(b.due, 0) AS due, COALESCE(b.credited, 0) AS credited,
           COALESCE(b.paid, 0) AS paid, COALESCE(b.refunded, 0) AS refunded
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      LEFT JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.id < :before
       AND (CAST(:client AS BIGINT) = 0 OR i.client_id = :client)
       AND (CAST(:view AS TEXT) = ''
            OR (:view IN ('draft', 'checked', 'cancelled') AND i.state = :view)
            OR (:view = 'credit_note' AND i.kind = 'credit_note' AND i.state = 'issued')
            OR (i.kind <> 'credit_note' AND i.state = 'issued'
                AND ((:view = 'refunded' AND b.refunded > 0 AND b.paid <= b.refunded)
                     OR (NOT (b.refunded > 0 AND b.paid <= b.refunded)
                         AND ((:view = 'paid' AND b.due - b.credited <= b.paid - b.refunded)
                              OR (:view = 'unpaid' AND b.due - b.credited > b.paid - b.refunded)
                              OR (:view = 'late' AND b.due - b.credited > b.paid - b.refunded
                                  AND i.due_on < :today))))))
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || i.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || i.search_key
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key)
     ORDER BY i.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query issued_to_client{"invoices.issued_to_client", R"sql(
    SELECT i.id, i.kind, i.title, i.state, i.number, i.gross, i.issued_on, i.due_on, i.updated_at,
           c.name AS client_name, b.due, b.credited, b.paid, b.refunded
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.client_id = :client
       AND i.state IN ('issued', 'cancelled')
     ORDER BY i.id DESC LIMIT :limit
)sql"};

constexpr db::Query count_views{"invoices.count_by_view", R"sql(
    SELECT CASE WHEN i.state <> 'issued' THEN i.state
                WHEN i.kind = 'credit_note' THEN 'credit_note'
                WHEN b.refunded > 0 AND b.paid <= b.refunded THEN 'refunded'
                WHEN b.due - b.credited <= b.paid - b.refunded THEN 'paid'
                WHEN i.due_on < :today THEN 'late'
                ELSE 'unpaid' END AS view,
           count(*) AS count
      FROM invoices_invoice i
      LEFT JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
     WHERE i.workspace_id = :workspace
     GROUP BY 1 ORDER BY 1
)sql"};

constexpr db::Query lines_of_invoice{"invoices.lines", R"sql(
    SELECT invoice_id, position, kind, name, details, quantity, unit, unit_price, discount, tax,
           is_ticked
      FROM invoices_line
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY position
     LIMIT :limit
)sql"};

constexpr db::Query delete_lines{"invoices.remove_lines", R"sql(
    DELETE FROM invoices_line WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

Line line_of(const LineRow& row)
{
    return {.kind = row.kind,
            .name = row.name,
            .details = row.details,
            .quantity = row.quantity,
            .unit = row.unit,
            .unit_price = row.unit_price,
            .discount = row.discount,
            .tax = row.tax,
            .is_ticked = row.is_ticked};
}

LineRow row_of(InvoiceId invoice, std::int64_t position, const Line& line)
{
    return {.invoice_id = invoice,
            .position = position,
            .kind = line.kind,
            .name = line.name,
            .details = line.details,
            .quantity = line.quantity,
            .unit = line.unit,
            .unit_price = line.unit_price,
            .discount = line.discount,
            .tax = line.tax,
            .is_ticked = line.is_ticked};
}

} // namespace

void InvoiceStore::insert(const Invoice& invoice)
{
    tx_.insert(invoice_table, invoice);
}

bool InvoiceStore::update(const Invoice& invoice, std::int64_t seen_version)
{
    return tx_.execute(update_invoice, {{"id", invoice.id},
                                        {"client", invoice.client_id},
                                        {"title", invoice.title},
                                        {"search_key", invoice.search_key},
                                        {"state", invoice.state},
                                        {"note", invoice.note},
                                        {"nature", invoice.nature},
                                        {"delivered_on", invoice.delivered_on},
                                        {"payment_days", invoice.payment_days},
                                        {"prices", invoice.prices},
                                        {"discount_kind", invoice.discount_kind},
                                        {"discount_size", invoice.discount_size},
                                        {"gross", invoice.gross},
                                        {"asked", invoice.asked},
                                        {"reason", invoice.reason},
                                        {"updated_at", invoice.updated_at},
                                        {"seen_version", seen_version}}) == 1;
}

bool InvoiceStore::move(const Invoice& invoice, std::int64_t seen_version)
{
    return tx_.execute(move_invoice, {{"id", invoice.id},
                                      {"state", invoice.state},
                                      {"number", invoice.number},
                                      {"gross", invoice.gross},
                                      {"issued_on", invoice.issued_on},
                                      {"due_on", invoice.due_on},
                                      {"issued_at", invoice.issued_at},
                                      {"updated_at", invoice.updated_at},
                                      {"seen_version", seen_version}}) == 1;
}

bool InvoiceStore::remove(InvoiceId id, std::int64_t seen_version)
{
    tx_.execute(delete_lines, {{"invoice", id}});
    return tx_.execute(delete_invoice, {{"id", id}, {"seen_version", seen_version}}) == 1;
}

std::optional<Invoice> InvoiceStore::find(InvoiceId id)
{
    return tx_.find<Invoice>(find_invoice, {{"id", id}});
}

std::vector<InvoiceRow> InvoiceStore::list(const InvoiceSearch& search)
{
    const auto before =
        search.before ? search.before.value : std::numeric_limits<std::int64_t>::max();
    const std::string view{search.view ? forms::enum_name(*search.view) : ""};
    return tx_.rows<InvoiceRow>(list_invoices, {{"before", before},
                                                {"client", search.client},
                                                {"view", view},
                                                {"today", search.today},
                                                {"word", search.word},
                                                {"limit", search.limit}});
}

std::vector<InvoiceRow> InvoiceStore::issued_to(tenancy::ClientId client)
{
    return tx_.rows<InvoiceRow>(issued_to_client,
                                {{"client", client}, {"limit", invoice_page_rows}});
}

std::map<InvoiceView, std::int64_t> InvoiceStore::counts(base::Date today)
{
    std::map<InvoiceView, std::int64_t> counts;
    for (const auto& row : tx_.rows<ViewCount>(count_views, {{"today", today}}))
        counts.emplace(row.view, row.count);
    return counts;
}

std::vector<Invoice> InvoiceStore::of_quote(quotes::QuoteId quote)
{
    return tx_.rows<Invoice>(invoices_of_quote, {{"quote", quote}, {"limit", parts_max}});
}

std::vector<Invoice> InvoiceStore::credits_of(InvoiceId invoice)
{
    return tx_.rows<Invoice>(credits_of_invoice, {{"invoice", invoice}, {"limit", parts_max}});
}

std::vector<Line> InvoiceStore::lines(InvoiceId invoice)
{
    std::vector<Line> lines;
    for (const auto& row : tx_.rows<LineRow>(
             lines_of_invoice, {{"invoice", invoice}, {"limit", sale_documents::lines_max}}))
        lines.push_back(line_of(row));
    return lines;
}

void InvoiceStore::write_lines(InvoiceId invoice, const std::vector<Line>& lines)
{
    tx_.execute(delete_lines, {{"invoice", invoice}});
    for (std::size_t i = 0; i < lines.size(); ++i)
        tx_.insert(line_table, row_of(invoice, static_cast<std::int64_t>(i) + 1, lines[i]));
}

} // namespace invoices
