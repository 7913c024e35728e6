#include "modules/quotes/erasure_store.hpp"

namespace quotes
{
namespace
{

constexpr db::Query sent_quotes{"quotes.sent_to_person", R"sql(
    SELECT i.quote_id
      FROM quotes_issue i
      JOIN quotes_quote q ON q.workspace_id = i.workspace_id AND q.id = i.quote_id
      JOIN crm_published_client c ON c.workspace_id = q.workspace_id AND c.id = q.client_id
     WHERE i.workspace_id = :workspace AND i.forgotten_at IS NULL
       AND ((i.to_email <> '' AND lower(i.to_email) = :email) OR c.name = :name)
     ORDER BY i.quote_id
)sql"};

constexpr db::Query forget_issue{"quotes.forget_issue", R"sql(
    UPDATE quotes_issue SET to_name = :name, to_email = '', words = '', forgotten_at = :now
     WHERE workspace_id = :workspace AND quote_id = :quote
)sql"};

constexpr db::Query forget_events{"quotes.forget_events", R"sql(
    UPDATE quotes_event
       SET words = CASE WHEN what IN ('sent', 'followed_up') THEN :name ELSE '' END
     WHERE workspace_id = :workspace AND quote_id = :quote AND what <> 'extended' AND words <> ''
)sql"};

constexpr db::Query find_forgotten{"quotes.is_forgotten", R"sql(
    SELECT quote_id FROM quotes_issue
     WHERE workspace_id = :workspace AND quote_id = :quote AND forgotten_at IS NOT NULL
)sql"};

} // namespace

std::vector<QuoteId> ErasureStore::sent_to(std::string_view email, std::string_view name)
{
    return tx_.values<QuoteId>(sent_quotes, {{"email", email}, {"name", name}});
}

void ErasureStore::forget(QuoteId quote, const std::string& name)
{
    tx_.execute(forget_issue, {{"quote", quote}, {"name", name}, {"now", base::now()}});
    tx_.execute(forget_events, {{"quote", quote}, {"name", name}});
}

bool ErasureStore::is_forgotten(QuoteId quote)
{
    return !tx_.values<QuoteId>(find_forgotten, {{"quote", quote}}).empty();
}

} // namespace quotes
