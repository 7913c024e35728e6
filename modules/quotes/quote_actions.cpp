#include "modules/quotes/quote_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format_money.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/quote_index.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace quotes
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

void note(WorkspaceTransaction& tx, std::string_view action, QuoteId quote,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "quote",
                       .subject = quote.value,
                       .changes = std::move(changes)});
}

std::string amount_text(WorkspaceTransaction& tx, const std::optional<base::Cents>& amount)
{
    return amount ? i18n::money(*amount, sale_documents::books_of(tx.workspace()).currency)
                  : std::string{};
}

QuoteId add(WorkspaceTransaction& tx, Quote quote, std::string_view action)
{
    crm::client(tx, quote.client_id); // or there is none
    quote.id = tx.make_id<QuoteId>();
    quote.search_key = base::fold(quote.title);
    quote.state = QuoteState::draft;
    quote.created_by = tx.actor().membership;
    quote.created_at = base::now();
    quote.updated_at = quote.created_at;
    quote.version = 1;
    quote.number.clear();
    quote.sent_at = quote.seen_at = quote.settled_at = {};
    quote.replaced_by = {};
    QuoteStore{tx}.insert(quote);
    search::add(tx, names_of(quote));
    note(tx, action, quote.id, {{"title", "", quote.title}});
    touch_quote(tx, quote.id);
    return quote.id;
}

Quote draft(WorkspaceTransaction& tx, QuoteId id)
{
    auto quote = QuoteStore{tx}.find(id);
    if (!quote) throw base::NotFound{};
    refuse_unless(is_editable(quote->state), "quotes.refusal.not_draft");
    return *quote;
}

base::Refusal changed_meanwhile()
{
    return base::Refusal{"quotes.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
}

} // namespace

QuoteId start_quote(WorkspaceTransaction& tx, Quote quote)
{
    return add(tx, std::move(quote), "quotes.started");
}

void save_quote(WorkspaceTransaction& tx, Quote quote, const std::vector<Line>& lines,
                std::int64_t seen_version)
{
    QuoteStore store{tx};
    const auto before = draft(tx, quote.id);
    refuse_unless(lines.size() <= lines_max, "sale_documents.refusal.too_many_lines",
                  {{"max", std::to_string(lines_max)}});
    crm::client(tx, quote.client_id); // or there is none

    quote.search_key = base::fold(quote.title);
    quote.state = before.state;
    quote.updated_at = base::now();
    if (!store.update(quote, seen_version)) throw changed_meanwhile();
    store.write_lines(quote.id, lines);
    search::replace(tx, names_of(before), names_of(quote).terms);
    note(tx, "quotes.saved", quote.id,
         {{"title", before.title, quote.title},
          {"gross", amount_text(tx, before.gross), amount_text(tx, quote.gross)}});
    touch_quote(tx, quote.id);
}

QuoteId copy_quote(WorkspaceTransaction& tx, QuoteId original, base::Date valid_until)
{
    QuoteStore store{tx};
    auto quote = store.find(original);
    if (!quote) throw base::NotFound{};
    const auto lines = store.lines(original);

    quote->valid_until = valid_until;
    const auto copy = add(tx, *quote, "quotes.copied");
    store.write_lines(copy, lines);
    return copy;
}

void remove_quote(WorkspaceTransaction& tx, QuoteId id, std::int64_t seen_version)
{
    const auto quote = draft(tx, id);

    if (!QuoteStore{tx}.remove(id, seen_version)) throw changed_meanwhile();
    search::remove(tx, names_of(quote));
    note(tx, "quotes.removed", id, {{"title", quote.title, ""}});
    touch_quote(tx, id);
}

} // namespace quotes
