#include "modules/tickets/ticket_counter_store.hpp"

#include "modules/tickets/ticket.hpp"

namespace tickets
{
namespace
{

constexpr db::Query count_views{"tickets.counters", R"sql(
    SELECT (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND waits_on = 'team' LIMIT :most) AS a) AS todo,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND is_open = TRUE AND assignee_id = :reader
             LIMIT :most) AS b) AS mine,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND is_open = TRUE AND assignee_id IS NULL
             LIMIT :most) AS c) AS unassigned,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND waits_on = 'client' LIMIT :most) AS d) AS waiting,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_share s CROSS JOIN tickets_ticket t
             WHERE s.workspace_id = :workspace AND s.membership_id = :reader
               AND t.workspace_id = s.workspace_id AND t.id = s.ticket_id AND t.is_open = TRUE
             LIMIT :most) AS e) AS shared,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace LIMIT :most) AS f) AS "all"
)sql"};

constexpr db::Query count_todo{"tickets.todo_count", R"sql(
    SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
     WHERE workspace_id = :workspace AND waits_on = 'team' LIMIT :most) AS a
)sql"};

} // namespace

Counters TicketCounterStore::counters()
{
    return tx_
        .find<Counters>(count_views, {{"reader", tx_.actor().membership}, {"most", counter_max}})
        .value();
}

std::int64_t TicketCounterStore::todo_count()
{
    return tx_.value<std::int64_t>(count_todo, {{"most", counter_max}}).value_or(0);
}

} // namespace tickets
