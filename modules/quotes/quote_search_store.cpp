#include "modules/quotes/quote_search_store.hpp"

#include "kernel/search/search.hpp"

namespace quotes
{
namespace
{

constexpr db::Query quote_hits{"quotes.hits", R"sql(
    SELECT q.id, q.title, q.state, c.name AS client_name
      FROM quotes_quote q
      JOIN crm_published_client c ON c.workspace_id = q.workspace_id AND c.id = q.client_id
     WHERE q.workspace_id = :workspace AND q.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query next_quotes{"quotes.next_ids", R"sql(
    SELECT id FROM quotes_quote WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<QuoteHit> QuoteSearchStore::hits(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<QuoteHit>(quote_hits, search::id_binds(ids));
}

std::vector<std::int64_t> QuoteSearchStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_quotes, {{"after", after}, {"limit", limit}});
}

} // namespace quotes
