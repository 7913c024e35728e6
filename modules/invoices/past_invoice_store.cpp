#include "modules/invoices/past_invoice_store.hpp"

#include "kernel/tenancy/context.hpp"

#include <unordered_map>

namespace invoices
{
namespace
{

using tenancy::WorkspaceTransaction;

struct PastRow {
    InvoiceId id;
    InvoiceKind kind = InvoiceKind::invoice;
    InvoiceState state = InvoiceState::issued;
    tenancy::ClientId client_id;
    std::string client_name;
    base::Date issued_on;
    base::Cents net;
    TypedPrices prices = TypedPrices::net;
    SizeKind discount_kind = SizeKind::none;
    std::int64_t discount_size = 0;
    std::string promotion;
};
BOOST_DESCRIBE_STRUCT(PastRow, (),
                      (id, kind, state, client_id, client_name, issued_on, net, prices,
                       discount_kind, discount_size, promotion))

struct PastLine {
    InvoiceId invoice_id;
    sale_documents::LineKind kind = sale_documents::LineKind::line;
    base::Quantity quantity;
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
BOOST_DESCRIBE_STRUCT(PastLine, (),
                      (invoice_id, kind, quantity, unit_price, discount, tax, is_ticked, item_id,
                       item_term, item_source, list_price, offered_price))

constexpr db::Query past_rows{"invoices.past", R"sql(
    SELECT i.id, i.kind, i.state, i.client_id, c.name AS client_name, i.issued_on,
           COALESCE(i.net, 0) AS net, i.prices, i.discount_kind, i.discount_size, i.promotion
      FROM invoices_invoice i
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
     WHERE i.workspace_id = :workspace AND i.state IN ('issued', 'cancelled')
       AND i.issued_on >= :from
     ORDER BY i.issued_on DESC, i.id DESC LIMIT :limit
)sql"};

constexpr db::Query past_lines{"invoices.past_lines", R"sql(
    SELECT l.invoice_id, l.kind, l.quantity, l.unit_price, l.discount, l.tax, l.is_ticked,
           l.item_id, l.item_term, l.item_source, l.list_price, l.offered_price
      FROM invoices_invoice i
      JOIN invoices_line l ON l.workspace_id = i.workspace_id AND l.invoice_id = i.id
     WHERE i.workspace_id = :workspace AND i.state = 'issued' AND i.issued_on >= :from
       AND l.kind IN ('line', 'option')
     ORDER BY i.issued_on DESC, i.id DESC, l.position LIMIT :limit
)sql"};

Line line_of(const PastLine& row)
{
    Line line{.kind = row.kind,
              .quantity = row.quantity,
              .unit_price = row.unit_price,
              .discount = row.discount,
              .tax = row.tax,
              .is_ticked = row.is_ticked};
    if (row.item_id)
        line.origin = sale_documents::Origin{.item = *row.item_id,
                                             .term = row.item_term,
                                             .source = row.item_source,
                                             .list = row.list_price,
                                             .offered = row.offered_price};
    return line;
}

using LinesByInvoice = std::unordered_map<std::int64_t, std::vector<Line>>;

sale_documents::PastInvoice told(const PastRow& row, LinesByInvoice& lines, const Books& books)
{
    const bool is_credit = row.kind == InvoiceKind::credit_note;
    sale_documents::PastInvoice told{.client = row.client_id,
                                     .client_name = row.client_name,
                                     .issued_on = row.issued_on,
                                     .net = is_credit ? -row.net : row.net,
                                     .document = {}};
    const auto found = lines.find(row.id.value);
    if (row.state != InvoiceState::issued || found == lines.end()) return told;
    const sale_documents::Terms terms{row.prices,
                                      {row.discount_kind, row.discount_size},
                                      {},
                                      sale_documents::promotion_from(row.promotion)};
    told.document = sale_documents::document_of(terms, found->second, books);
    for (const auto& line : found->second)
        told.origins.push_back(line.origin);
    return told;
}

} // namespace

sale_documents::PastInvoices past_invoices(WorkspaceTransaction& tx, base::Date from)
{
    constexpr auto invoices_max = sale_documents::past_invoices_max;
    constexpr auto lines_max = sale_documents::past_lines_max;
    const auto rows = tx.rows<PastRow>(past_rows, {{"from", from}, {"limit", invoices_max + 1}});
    const auto found = tx.rows<PastLine>(past_lines, {{"from", from}, {"limit", lines_max + 1}});
    LinesByInvoice lines;
    for (const auto& row : found)
        lines[row.invoice_id.value].push_back(line_of(row));

    // with more lines than are read, the oldest invoice may lack some
    const auto partial = std::ssize(found) > lines_max ? found.back().invoice_id : InvoiceId{};
    const auto books = sale_documents::books_of(tx.workspace());
    sale_documents::PastInvoices past;
    for (const auto& row : rows) {
        past.is_cut = row.id == partial || std::ssize(past.invoices) == invoices_max;
        if (past.is_cut) break;
        past.invoices.push_back(told(row, lines, books));
    }
    return past;
}

} // namespace invoices
