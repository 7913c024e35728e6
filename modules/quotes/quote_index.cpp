#include "modules/quotes/quote_index.hpp"

#include "kernel/i18n/translate.hpp"
#include "modules/quotes/quote_search_store.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/quotes/quote_words.hpp"

namespace quotes
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<search::Hit> show_to_staff(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    for (const auto& row : QuoteSearchStore{tx}.hits(ids))
        hits.push_back({.id = row.id,
                        .title = row.title,
                        .detail = row.client_name,
                        .path = "/devis/" + std::to_string(row.id),
                        .state = state_words(row.state),
                        .tone = std::string{state_tone(row.state)}});
    return hits;
}

std::vector<search::Document> read_quote_words(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto quote = QuoteStore{tx}.find(QuoteId{id});
    if (!quote) return {};
    return {names_of(*quote)};
}

std::vector<std::int64_t> quote_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return QuoteSearchStore{tx}.ids(after, limit);
}

} // namespace

search::Document names_of(const Quote& quote)
{
    search::Names names;
    names.words(quote.title);
    if (!quote.number.empty()) names.words(quote.number);
    return {.kind = "quote",
            .id = quote.id.value,
            .scopes = {search::Scope::staff()},
            .terms = names.terms()};
}

search::Kind quote_kind()
{
    return {.name = "quote",
            .label_key = "quotes.nav",
            .client_label_key = "quotes.nav",
            .icon = "file-pen-line",
            .permission = "quotes.read",
            .order = 50,
            .to_staff = show_to_staff};
}

search::Source quote_source()
{
    return {.name = "quotes.quote", .read = read_quote_words, .ids = quote_ids};
}

} // namespace quotes
