#include "modules/tickets/request_history_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Query own_requests{"tickets.history", R"sql(
    SELECT t.id, t.number, t.title, t.state, p.name AS project_name, t.opened_at
      FROM tickets_ticket t
      JOIN projects_published_assignment a
        ON a.workspace_id = t.workspace_id AND a.project_id = t.project_id
       AND a.client_id = t.client_id
      JOIN projects_published_project p
        ON p.workspace_id = t.workspace_id AND p.id = t.project_id AND p.archived_at IS NULL
     WHERE t.workspace_id = :workspace AND t.client_id = :client
       AND t.opened_at >= :from AND (t.opened_at, t.id) < (:before, :before_id)
       AND (CAST(:state AS TEXT) = '' OR t.state = :state)
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader
                          AND l.project_id = t.project_id))
     ORDER BY t.opened_at DESC, t.id DESC
     LIMIT :limit
)sql"};

/// From the few tickets opened to the client, never through all of them.
constexpr db::Query opened_requests{"tickets.history_opened_to", R"sql(
    -- sorts: the requests opened to one client
    SELECT t.id, t.number, t.title, t.state, p.name AS project_name, t.opened_at
      FROM tickets_guest g
     CROSS JOIN tickets_ticket t
      JOIN projects_published_assignment a
        ON a.workspace_id = t.workspace_id AND a.project_id = t.project_id
       AND a.client_id = g.client_id
      JOIN projects_published_project p
        ON p.workspace_id = t.workspace_id AND p.id = t.project_id AND p.archived_at IS NULL
     WHERE g.workspace_id = :workspace AND g.client_id = :client
       AND t.workspace_id = g.workspace_id AND t.id = g.ticket_id
       AND t.opened_at >= :from AND (t.opened_at, t.id) < (:before, :before_id)
       AND (CAST(:state AS TEXT) = '' OR t.state = :state)
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader
                          AND l.project_id = t.project_id))
     ORDER BY t.opened_at DESC, t.id DESC
     LIMIT :limit
)sql"};

} // namespace

std::vector<HistoryRow> RequestHistoryStore::requests(const HistorySpan& span,
                                                      std::string_view state)
{
    const db::Binds binds{{"reader", tx_.actor().membership},
                          {"client", tx_.actor().client},
                          {"from", span.from},
                          {"before", span.before},
                          {"before_id", span.before_id},
                          {"state", state},
                          {"limit", span.limit}};
    auto rows = tx_.rows<HistoryRow>(own_requests, binds);
    const auto opened = tx_.rows<HistoryRow>(opened_requests, binds);
    rows.insert(rows.end(), opened.begin(), opened.end());
    return rows;
}

} // namespace tickets
