#include "modules/quotes/follow_up_store.hpp"

namespace quotes
{
namespace
{

constexpr db::Query find_settings{"quotes.follow_ups", R"sql(
    SELECT first, second FROM quotes_follow_up WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write_settings{"quotes.save_follow_ups", R"sql(
    INSERT INTO quotes_follow_up (workspace_id, first, second)
    VALUES (:workspace, :first, :second)
    ON CONFLICT (workspace_id) DO UPDATE SET first = excluded.first, second = excluded.second
)sql"};

constexpr db::Query last_done{"quotes.last_follow_up", R"sql(
    SELECT at FROM quotes_event
     WHERE workspace_id = :workspace AND quote_id = :quote AND what = 'followed_up'
     ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query overdue_quotes{"quotes.overdue", R"sql(
    SELECT id FROM quotes_quote
     WHERE workspace_id = :workspace AND state = 'sent' AND valid_until < :today
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

FollowUps FollowUpStore::settings()
{
    return tx_.find<FollowUps>(find_settings).value_or(FollowUps{});
}

void FollowUpStore::save(const FollowUps& settings)
{
    tx_.execute(write_settings, {{"first", settings.first}, {"second", settings.second}});
}

std::optional<base::Instant> FollowUpStore::last(QuoteId quote)
{
    return tx_.value<base::Instant>(last_done, {{"quote", quote}});
}

std::vector<QuoteId> FollowUpStore::overdue(base::Date today, int limit)
{
    return tx_.values<QuoteId>(overdue_quotes, {{"today", today}, {"limit", limit}});
}

} // namespace quotes
