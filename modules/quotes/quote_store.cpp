#include "modules/quotes/quote_store.hpp"

#include "kernel/db/insert_all.hpp"
#include "kernel/forms/field_types.hpp"

#include <limits>

namespace quotes
{
namespace
{

/// A line as it is stored.
struct LineRow {
    QuoteId quote_id;
    std::int64_t position = 0;
    LineKind kind = LineKind::line;
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
                      (quote_id, position, kind, name, details, quantity, unit, unit_price,
                       discount, tax, is_ticked, item_id, item_term, item_source, list_price,
                       offered_price))

struct StateCount {
    QuoteState state = QuoteState::draft;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))

constexpr db::Table<Quote> quote_table{"quotes_quote"};
constexpr db::Table<LineRow> line_table{"quotes_line"};

constexpr db::Query find_quote{"quotes.find", R"sql(
    SELECT id, client_id, title, search_key, state, valid_until, delay, note, prices,
           discount_kind, discount_size, deposit_kind, deposit_size, gross, created_by,
           created_at, updated_at, version, number, sent_at, seen_at, settled_at, replaced_by,
           promotion
      FROM quotes_quote
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_quote{"quotes.update", R"sql(
    UPDATE quotes_quote
       SET client_id = :client, title = :title, search_key = :search_key, state = :state,
           valid_until = :valid_until, delay = :delay, note = :note, prices = :prices,
           discount_kind = :discount_kind, discount_size = :discount_size,
           deposit_kind = :deposit_kind, deposit_size = :deposit_size, gross = :gross,
           promotion = :promotion,
           updated_at = :updated_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query move_quote{"quotes.move", R"sql(
    UPDATE quotes_quote
       SET state = :state, valid_until = :valid_until, gross = :gross, number = :number,
           sent_at = :sent_at, seen_at = :seen_at, settled_at = :settled_at,
           replaced_by = :replaced_by, updated_at = :updated_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_quote{"quotes.remove", R"sql(
    DELETE FROM quotes_quote
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query hold_quote_row{"quotes.hold", R"sql(
    UPDATE quotes_quote SET version = version WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_quotes{"quotes.list", R"sql(
    SELECT q.id, q.title, q.state, q.valid_until, q.gross, q.updated_at, q.number,
           c.name AS client_name
      FROM quotes_quote q
      JOIN crm_published_client c ON c.workspace_id = q.workspace_id AND c.id = q.client_id
     WHERE q.workspace_id = :workspace AND q.id < :before
       AND (CAST(:state AS TEXT) = '' OR q.state = :state)
       AND (CAST(:client AS BIGINT) = 0 OR q.client_id = :client)
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || q.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || q.search_key
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key)
     ORDER BY q.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query list_waiting{"quotes.waiting", R"sql(
    SELECT q.id, q.title, q.state, q.valid_until, q.gross, q.updated_at, q.number,
           c.name AS client_name
      FROM quotes_quote q
      JOIN crm_published_client c ON c.workspace_id = q.workspace_id AND c.id = q.client_id
     WHERE q.workspace_id = :workspace AND q.state = 'sent'
     -- sorts: those that wait for an answer, which expire by themselves
     ORDER BY q.valid_until, q.id LIMIT :limit
)sql"};

constexpr db::Query sent_to_client{"quotes.sent_to_client", R"sql(
    SELECT q.id, q.title, q.state, q.valid_until, q.gross, q.updated_at, q.number,
           c.name AS client_name
      FROM quotes_quote q
      JOIN crm_published_client c ON c.workspace_id = q.workspace_id AND c.id = q.client_id
     WHERE q.workspace_id = :workspace AND q.client_id = :client AND q.state <> 'draft'
     ORDER BY q.id DESC LIMIT :limit
)sql"};

constexpr db::Query count_states{"quotes.count_by_state", R"sql(
    SELECT state, count(*) AS count
      FROM quotes_quote
     WHERE workspace_id = :workspace
     GROUP BY state
     ORDER BY state
)sql"};

constexpr db::Query lines_of_quote{"quotes.lines", R"sql(
    SELECT quote_id, position, kind, name, details, quantity, unit, unit_price, discount, tax,
           is_ticked, item_id, item_term, item_source, list_price, offered_price
      FROM quotes_line
     WHERE workspace_id = :workspace AND quote_id = :quote
     ORDER BY position
     LIMIT :limit
)sql"};

constexpr db::Query delete_lines{"quotes.remove_lines", R"sql(
    DELETE FROM quotes_line WHERE workspace_id = :workspace AND quote_id = :quote
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

LineRow row_of(QuoteId quote, std::int64_t position, const Line& line)
{
    LineRow row{.quote_id = quote,
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

void QuoteStore::insert(const Quote& quote)
{
    tx_.insert(quote_table, quote);
}

bool QuoteStore::update(const Quote& quote, std::int64_t seen_version)
{
    return tx_.execute(update_quote, {{"id", quote.id},
                                      {"client", quote.client_id},
                                      {"title", quote.title},
                                      {"search_key", quote.search_key},
                                      {"state", quote.state},
                                      {"valid_until", quote.valid_until},
                                      {"delay", quote.delay},
                                      {"note", quote.note},
                                      {"prices", quote.prices},
                                      {"discount_kind", quote.discount_kind},
                                      {"discount_size", quote.discount_size},
                                      {"deposit_kind", quote.deposit_kind},
                                      {"deposit_size", quote.deposit_size},
                                      {"gross", quote.gross},
                                      {"promotion", quote.promotion},
                                      {"updated_at", quote.updated_at},
                                      {"seen_version", seen_version}}) == 1;
}

bool QuoteStore::move(const Quote& quote, std::int64_t seen_version)
{
    return tx_.execute(move_quote, {{"id", quote.id},
                                    {"state", quote.state},
                                    {"valid_until", quote.valid_until},
                                    {"gross", quote.gross},
                                    {"number", quote.number},
                                    {"sent_at", quote.sent_at},
                                    {"seen_at", quote.seen_at},
                                    {"settled_at", quote.settled_at},
                                    {"replaced_by", quote.replaced_by},
                                    {"updated_at", quote.updated_at},
                                    {"seen_version", seen_version}}) == 1;
}

bool QuoteStore::remove(QuoteId id, std::int64_t seen_version)
{
    tx_.execute(delete_lines, {{"quote", id}});
    return tx_.execute(delete_quote, {{"id", id}, {"seen_version", seen_version}}) == 1;
}

void QuoteStore::hold(QuoteId id)
{
    tx_.execute(hold_quote_row, {{"id", id}});
}

std::optional<Quote> QuoteStore::find(QuoteId id)
{
    return tx_.find<Quote>(find_quote, {{"id", id}});
}

std::vector<QuoteRow> QuoteStore::list(const QuoteSearch& search)
{
    const auto before =
        search.before ? search.before.value : std::numeric_limits<std::int64_t>::max();
    const std::string state{search.state ? forms::enum_name(*search.state) : ""};
    return tx_.rows<QuoteRow>(list_quotes, {{"before", before},
                                            {"state", state},
                                            {"client", search.client},
                                            {"word", search.word},
                                            {"limit", search.limit}});
}

std::vector<QuoteRow> QuoteStore::waiting(int limit)
{
    return tx_.rows<QuoteRow>(list_waiting, {{"limit", limit}});
}

std::vector<QuoteRow> QuoteStore::sent_to(tenancy::ClientId client)
{
    return tx_.rows<QuoteRow>(sent_to_client, {{"client", client}, {"limit", quote_page_rows}});
}

std::map<QuoteState, std::int64_t> QuoteStore::counts()
{
    std::map<QuoteState, std::int64_t> counts;
    for (const auto& row : tx_.rows<StateCount>(count_states))
        counts.emplace(row.state, row.count);
    return counts;
}

std::vector<Line> QuoteStore::lines(QuoteId quote)
{
    std::vector<Line> lines;
    for (const auto& row :
         tx_.rows<LineRow>(lines_of_quote, {{"quote", quote}, {"limit", lines_max}}))
        lines.push_back(line_of(row));
    return lines;
}

void QuoteStore::write_lines(QuoteId quote, const std::vector<Line>& lines)
{
    tx_.execute(delete_lines, {{"quote", quote}});
    std::vector<LineRow> rows;
    for (const auto& line : lines)
        rows.push_back(row_of(quote, static_cast<std::int64_t>(rows.size()) + 1, line));
    db::insert_all(tx_, line_table, rows);
}

} // namespace quotes
