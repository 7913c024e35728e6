#include "modules/invoices/invoice_store.hpp"

#include "kernel/db/insert_all.hpp"

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
    std::optional<sale_documents::ItemId> item_id;
    sale_documents::PriceTerm item_term = sale_documents::PriceTerm::once;
    sale_documents::PriceSource item_source = sale_documents::PriceSource::list;
    base::UnitPrice list_price;
    base::UnitPrice offered_price;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (invoice_id, position, kind, name, details, quantity, unit, unit_price,
                       discount, tax, is_ticked, item_id, item_term, item_source, list_price,
                       offered_price))

constexpr db::Table<Invoice> invoice_table{"invoices_invoice"};
constexpr db::Table<LineRow> line_table{"invoices_line"};

constexpr db::Query find_invoice{"invoices.find", R"sql(
    SELECT id, kind, client_id, title, search_key, state, number, note, nature, delivered_on,
           payment_days, prices, discount_kind, discount_size, gross, net, asked, quote_id, credits_id,
           reason, issued_on, due_on, issued_at, created_by, created_at, updated_at, version, promotion
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query invoices_of_quote{"invoices.of_quote", R"sql(
    SELECT id, kind, client_id, title, search_key, state, number, note, nature, delivered_on,
           payment_days, prices, discount_kind, discount_size, gross, net, asked, quote_id, credits_id,
           reason, issued_on, due_on, issued_at, created_by, created_at, updated_at, version, promotion
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND quote_id = :quote
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query credits_of_invoice{"invoices.credits_of", R"sql(
    SELECT id, kind, client_id, title, search_key, state, number, note, nature, delivered_on,
           payment_days, prices, discount_kind, discount_size, gross, net, asked, quote_id, credits_id,
           reason, issued_on, due_on, issued_at, created_by, created_at, updated_at, version, promotion
      FROM invoices_invoice
     WHERE workspace_id = :workspace AND credits_id = :invoice
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query update_invoice{"invoices.update", R"sql(
    UPDATE invoices_invoice
       SET client_id = :client, title = :title, search_key = :search_key, state = :state,
           note = :note, nature = :nature, delivered_on = :delivered_on,
           payment_days = :payment_days, prices = :prices, discount_kind = :discount_kind,
           discount_size = :discount_size, gross = :gross, net = :net, asked = :asked, reason = :reason,
           promotion = :promotion, updated_at = :updated_at, standing = :state,
           version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
       AND state IN ('draft', 'checked')
)sql"};

constexpr db::Query move_invoice{"invoices.move", R"sql(
    UPDATE invoices_invoice
       SET state = :state, number = :number, gross = :gross, net = :net, issued_on = :issued_on,
           due_on = :due_on, issued_at = :issued_at, updated_at = :updated_at,
           standing = CASE WHEN :state <> 'issued' THEN :state
                           WHEN kind = 'credit_note' THEN 'credit_note' ELSE 'unpaid' END,
           version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_invoice{"invoices.remove", R"sql(
    DELETE FROM invoices_invoice
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
       AND state IN ('draft', 'checked')
)sql"};

constexpr db::Query lines_of_invoice{"invoices.lines", R"sql(
    SELECT invoice_id, position, kind, name, details, quantity, unit, unit_price, discount, tax,
           is_ticked, item_id, item_term, item_source, list_price, offered_price
      FROM invoices_line
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY position
     LIMIT :limit
)sql"};

constexpr db::Query delete_lines{"invoices.remove_lines", R"sql(
    DELETE FROM invoices_line WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

std::optional<sale_documents::Origin> origin_of(const LineRow& row)
{
    if (!row.item_id) return {};
    return sale_documents::Origin{.item = *row.item_id,
                                  .term = row.item_term,
                                  .source = row.item_source,
                                  .list = row.list_price,
                                  .offered = row.offered_price};
}

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
            .is_ticked = row.is_ticked,
            .origin = origin_of(row)};
}

LineRow row_of(InvoiceId invoice, std::int64_t position, const Line& line)
{
    LineRow row{.invoice_id = invoice,
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
    if (!line.origin) return row;
    row.item_id = line.origin->item;
    row.item_term = line.origin->term;
    row.item_source = line.origin->source;
    row.list_price = line.origin->list;
    row.offered_price = line.origin->offered;
    return row;
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
                                        {"net", invoice.net},
                                        {"asked", invoice.asked},
                                        {"reason", invoice.reason},
                                        {"promotion", invoice.promotion},
                                        {"updated_at", invoice.updated_at},
                                        {"seen_version", seen_version}}) == 1;
}

bool InvoiceStore::move(const Invoice& invoice, std::int64_t seen_version)
{
    return tx_.execute(move_invoice, {{"id", invoice.id},
                                      {"state", invoice.state},
                                      {"number", invoice.number},
                                      {"gross", invoice.gross},
                                      {"net", invoice.net},
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
    std::vector<LineRow> rows;
    for (const auto& line : lines)
        rows.push_back(row_of(invoice, static_cast<std::int64_t>(rows.size()) + 1, line));
    db::insert_all(tx_, line_table, rows);
}

} // namespace invoices
