#include "modules/tickets/figure_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

struct Counts {
    std::int64_t opened = 0;
    std::int64_t resolved = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (opened, resolved))

struct Opinions {
    std::int64_t rated = 0;
    std::int64_t satisfied = 0;
};
BOOST_DESCRIBE_STRUCT(Opinions, (), (rated, satisfied))

constexpr db::Query count_recent{"tickets.count_recent", R"sql(
    SELECT (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND last_activity_at >= :since
               AND opened_at >= :since LIMIT :most) AS a) AS opened,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND anchor IN ('resolved', 'closed')
               AND state_since >= :since AND resolved_at >= :since LIMIT :most) AS b) AS resolved
)sql"};

constexpr db::Query first_replies{"tickets.first_replies", R"sql(
    SELECT first_reply_at - opened_at AS delay
      FROM tickets_ticket
     WHERE workspace_id = :workspace AND last_activity_at >= :since AND first_reply_at >= :since
     ORDER BY last_activity_at DESC, id DESC
     LIMIT :most
)sql"};

constexpr db::Query opinions{"tickets.recent_opinions", R"sql(
    SELECT count(*) AS rated,
           CAST(COALESCE(SUM(CASE WHEN score >= 4 THEN 1 ELSE 0 END), 0) AS BIGINT) AS satisfied
      FROM (SELECT score FROM tickets_rating
             WHERE workspace_id = :workspace AND rated_at >= :since
             ORDER BY rated_at DESC LIMIT :most) AS recent
)sql"};

constexpr db::Query loads_of_team{"tickets.loads_of_team", R"sql(
    SELECT assignee, count(*) AS open
      FROM (SELECT assignee_id AS assignee FROM tickets_ticket
             WHERE workspace_id = :workspace AND is_open = TRUE AND assignee_id IS NOT NULL
             ORDER BY assignee_id LIMIT :most) AS held
     GROUP BY assignee ORDER BY open DESC, assignee LIMIT :people
)sql"};

std::optional<std::chrono::microseconds> median(std::vector<std::int64_t> delays)
{
    if (delays.empty()) return {};
    const auto middle = delays.begin() + static_cast<std::ptrdiff_t>(delays.size() / 2);
    std::ranges::nth_element(delays, middle);
    return std::chrono::microseconds{*middle};
}

} // namespace

DeskFigures FigureStore::figures(base::Instant now)
{
    const auto binds = [&](std::chrono::days lately) {
        return db::Binds{{"since", now - lately}, {"most", counter_max}};
    };
    const auto counts = tx_.find<Counts>(count_recent, binds(week)).value();
    const auto said = tx_.find<Opinions>(opinions, binds(season)).value();
    return {.opened = counts.opened,
            .resolved = counts.resolved,
            .first_reply = median(tx_.values<std::int64_t>(first_replies, binds(month))),
            .rated = said.rated,
            .satisfied = said.satisfied};
}

std::vector<Load> FigureStore::loads()
{
    return tx_.rows<Load>(loads_of_team, {{"most", open_read_max}, {"people", loads_max}});
}

} // namespace tickets
