#include "modules/tickets/portal_list_store.hpp"

#include "modules/tickets/ticket_policy.hpp"

#include <algorithm>
#include <functional>

namespace tickets
{
namespace
{

constexpr db::Query list_requests{"tickets.requests", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.state, p.name AS project_name, t.last_public_at,
           t.last_public_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_ticket t
      JOIN projects_published_assignment a
        ON a.workspace_id = t.workspace_id AND a.project_id = t.project_id
       AND a.client_id = t.client_id
      JOIN projects_published_project p
        ON p.workspace_id = t.workspace_id AND p.id = t.project_id AND p.archived_at IS NULL
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace AND t.client_id = :client
       AND (CAST(:view AS TEXT) = 'all'
            OR (CAST(:view AS TEXT) = 'current' AND t.closed_at IS NULL)
            OR (CAST(:view AS TEXT) = 'past' AND t.anchor IN ('resolved', 'closed', 'cancelled'))
            OR (CAST(:view AS TEXT) IN ('open', 'waiting')
                AND t.anchor NOT IN ('resolved', 'closed', 'cancelled')
                AND (CAST(:view AS TEXT) = 'waiting') =
                    (t.anchor IN ('waiting_client', 'postponed')
                     OR (t.anchor = :answered
                         AND COALESCE((SELECT m.author_side FROM tickets_message m
                                        WHERE m.workspace_id = t.workspace_id
                                          AND m.ticket_id = t.id
                                        ORDER BY m.written_at DESC, m.id DESC LIMIT 1),
                                      'portal') = 'staff'))))
       AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader
                          AND l.project_id = t.project_id))
     ORDER BY t.last_public_at DESC, t.id DESC
     LIMIT :limit
)sql"};

/// From the few tickets opened to the client, never through all of them.
constexpr db::Query list_opened{"tickets.requests_opened_to", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.state, p.name AS project_name, t.last_public_at,
           t.last_public_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_guest g
     CROSS JOIN tickets_ticket t
      JOIN projects_published_assignment a
        ON a.workspace_id = t.workspace_id AND a.project_id = t.project_id
       AND a.client_id = g.client_id
      JOIN projects_published_project p
        ON p.workspace_id = t.workspace_id AND p.id = t.project_id AND p.archived_at IS NULL
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE g.workspace_id = :workspace AND g.client_id = :client
       AND t.workspace_id = g.workspace_id AND t.id = g.ticket_id
       AND (CAST(:view AS TEXT) = 'all'
            OR (CAST(:view AS TEXT) = 'current' AND t.closed_at IS NULL)
            OR (CAST(:view AS TEXT) = 'past' AND t.anchor IN ('resolved', 'closed', 'cancelled'))
            OR (CAST(:view AS TEXT) IN ('open', 'waiting')
                AND t.anchor NOT IN ('resolved', 'closed', 'cancelled')
                AND (CAST(:view AS TEXT) = 'waiting') =
                    (t.anchor IN ('waiting_client', 'postponed')
                     OR (t.anchor = :answered
                         AND COALESCE((SELECT m.author_side FROM tickets_message m
                                        WHERE m.workspace_id = t.workspace_id
                                          AND m.ticket_id = t.id
                                        ORDER BY m.written_at DESC, m.id DESC LIMIT 1),
                                      'portal') = 'staff'))))
       AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader
                          AND l.project_id = t.project_id))
     ORDER BY t.last_public_at DESC, t.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query count_on_project{"tickets.count_on_project", R"sql(
    SELECT (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND project_id = :project AND is_open = TRUE
             LIMIT :most) AS a) AS open_count,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND project_id = :project
             LIMIT :most) AS b) AS total_count
)sql"};

constexpr db::Query count_of_client{"tickets.count_on_project_of_client", R"sql(
    SELECT (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND project_id = :project AND is_open = TRUE
               AND client_id = :client LIMIT :most) AS a) AS open_count,
           (SELECT count(*) FROM (SELECT 1 AS one FROM tickets_ticket
             WHERE workspace_id = :workspace AND project_id = :project
               AND is_open IN (TRUE, FALSE) AND client_id = :client LIMIT :most) AS b) AS total_count
)sql"};

/// Where the client's turn is read from who wrote last: at work, when no state says it. Empty when
/// one does.
std::string_view answered_anchor(const presets::Workflow& workflow)
{
    const auto waits = presets::states_at(workflow, presets::Anchor::waiting_client);
    return waits.empty() ? presets::code_of(presets::Anchor::active) : std::string_view{};
}

} // namespace

std::vector<RequestRow> PortalListStore::requests(tenancy::ClientId client, RequestView view,
                                                  ProjectId project, int limit)
{
    const db::Binds binds{{"reader", tx_.actor().membership},
                          {"client", client},
                          {"view", view},
                          {"answered", answered_anchor(workflow_of(tx_.workspace()))},
                          {"project", project},
                          {"limit", limit}};
    auto rows = tx_.rows<RequestRow>(list_requests, binds);
    const auto opened = tx_.rows<RequestRow>(list_opened, binds);
    if (opened.empty()) return rows;
    rows.insert(rows.end(), opened.begin(), opened.end());
    std::ranges::stable_sort(rows, std::greater{}, &RequestRow::last_public_at);
    if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
    return rows;
}

ProjectCount PortalListStore::count(ProjectId project, tenancy::ClientId client)
{
    db::Binds binds{{"project", project}, {"most", counter_max}};
    if (client) binds.emplace_back("client", client);
    return tx_.find<ProjectCount>(client ? count_of_client : count_on_project, std::move(binds))
        .value();
}

} // namespace tickets
