#include "modules/tickets/ticket_list_store.hpp"

namespace tickets
{
namespace
{

/// What a page is narrowed to is one term (CASE): SQLite, with as many terms as there are filters,
/// guesses that so few rows are left that it reads the whole view and sorts it.
constexpr db::Query page_by_turn{"tickets.page_by_turn", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace
       AND t.waits_on = :waits_on
       AND (t.last_activity_at, t.id) < (:after_at, :after_id)
       AND t.last_activity_at >= :opened_from
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR t.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND t.opened_at >= :opened_from AND t.opened_at < :opened_until
            AND (NOT CAST(:unread AS BOOLEAN)
                 OR (t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0)))
            AND (CAST(:category AS BIGINT) = 0
                 OR EXISTS (SELECT 1 FROM tickets_filing f
                             WHERE f.workspace_id = t.workspace_id AND f.ticket_id = t.id
                               AND f.category_id = :category))
                THEN TRUE ELSE FALSE END
     ORDER BY t.last_activity_at DESC, t.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query page_of_mine{"tickets.page_of_mine", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace
       AND t.is_open = TRUE AND t.assignee_id = :reader
       AND (t.last_activity_at, t.id) < (:after_at, :after_id)
       AND t.last_activity_at >= :opened_from
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR t.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND t.opened_at >= :opened_from AND t.opened_at < :opened_until
            AND (NOT CAST(:unread AS BOOLEAN)
                 OR (t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0)))
            AND (CAST(:category AS BIGINT) = 0
                 OR EXISTS (SELECT 1 FROM tickets_filing f
                             WHERE f.workspace_id = t.workspace_id AND f.ticket_id = t.id
                               AND f.category_id = :category))
                THEN TRUE ELSE FALSE END
     ORDER BY t.last_activity_at DESC, t.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query page_of_unassigned{"tickets.page_of_unassigned", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace
       AND t.is_open = TRUE AND t.assignee_id IS NULL
       AND (t.last_activity_at, t.id) < (:after_at, :after_id)
       AND t.last_activity_at >= :opened_from
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR t.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND t.opened_at >= :opened_from AND t.opened_at < :opened_until
            AND (NOT CAST(:unread AS BOOLEAN)
                 OR (t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0)))
            AND (CAST(:category AS BIGINT) = 0
                 OR EXISTS (SELECT 1 FROM tickets_filing f
                             WHERE f.workspace_id = t.workspace_id AND f.ticket_id = t.id
                               AND f.category_id = :category))
                THEN TRUE ELSE FALSE END
     ORDER BY t.last_activity_at DESC, t.id DESC
     LIMIT :limit
)sql"};

/// CROSS JOIN fixes the order on SQLite: from the few shares to their tickets, never through every
/// open ticket.
constexpr db::Query page_shared{"tickets.page_shared", R"sql(
    -- sorts: the open tickets shared with one person
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_share s
     CROSS JOIN tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE s.workspace_id = :workspace AND s.membership_id = :reader
       AND t.workspace_id = s.workspace_id AND t.id = s.ticket_id AND t.is_open = TRUE
       AND (t.last_activity_at, t.id) < (:after_at, :after_id)
       AND t.last_activity_at >= :opened_from
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR t.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND t.opened_at >= :opened_from AND t.opened_at < :opened_until
            AND (NOT CAST(:unread AS BOOLEAN)
                 OR (t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0)))
            AND (CAST(:category AS BIGINT) = 0
                 OR EXISTS (SELECT 1 FROM tickets_filing f
                             WHERE f.workspace_id = t.workspace_id AND f.ticket_id = t.id
                               AND f.category_id = :category))
                THEN TRUE ELSE FALSE END
     ORDER BY t.last_activity_at DESC, t.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query page_of_all{"tickets.page_of_all", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace
       AND (t.last_activity_at, t.id) < (:after_at, :after_id)
       AND t.last_activity_at >= :opened_from
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR t.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND t.opened_at >= :opened_from AND t.opened_at < :opened_until
                THEN TRUE ELSE FALSE END
     ORDER BY t.last_activity_at DESC, t.id DESC
     LIMIT :limit
)sql"};

/// From the index of those that are open: the others are read by everybody.
constexpr db::Query page_of_unread{"tickets.page_of_unread", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace AND t.is_open = TRUE
       AND t.last_activity_at > COALESCE(r.read_at, 0)
       AND (t.last_activity_at, t.id) < (:after_at, :after_id)
       AND t.last_activity_at >= :opened_from
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR t.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND (CAST(:category AS BIGINT) = 0
                 OR EXISTS (SELECT 1 FROM tickets_filing f
                             WHERE f.workspace_id = t.workspace_id AND f.ticket_id = t.id
                               AND f.category_id = :category))
            AND t.opened_at >= :opened_from AND t.opened_at < :opened_until
                THEN TRUE ELSE FALSE END
     ORDER BY t.last_activity_at DESC, t.id DESC
     LIMIT :limit
)sql"};

/// From the index of the category: few tickets of it are found as soon as many.
constexpr db::Query page_of_category{"tickets.page_of_category", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread
      FROM tickets_filing f
     CROSS JOIN tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE f.workspace_id = :workspace AND f.category_id = :category
       AND (f.last_activity_at, f.ticket_id) < (:after_at, :after_id)
       AND f.last_activity_at >= :opened_from
       AND t.workspace_id = f.workspace_id AND t.id = f.ticket_id
       AND CASE WHEN (CAST(:state AS TEXT) = '' OR f.state = :state)
            AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
            AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
            AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
            AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
            AND f.opened_at >= :opened_from AND f.opened_at < :opened_until
                THEN TRUE ELSE FALSE END
     ORDER BY f.last_activity_at DESC, f.ticket_id DESC
     LIMIT :limit
)sql"};

constexpr db::Query page_of_client{"tickets.page_of_client", R"sql(
    SELECT t.id, t.number, t.title, t.excerpt, t.priority, t.state, c.name AS client_name,
           t.assignee_id, t.last_activity_at, FALSE AS is_unread
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace AND t.client_id = :client
     ORDER BY t.last_public_at DESC, t.id DESC
     LIMIT :limit
)sql"};

base::Instant midnight(base::Date day, std::string_view zone)
{
    return base::instant_of({.date = day}, zone);
}

const db::Query& query_of(View view, const Filter& filter)
{
    switch (view) {
    case View::todo:
    case View::waiting:
        return page_by_turn;
    case View::mine:
        return page_of_mine;
    case View::unassigned:
        return page_of_unassigned;
    case View::shared:
        return page_shared;
    case View::all:
        break;
    }
    if (filter.is_unread) return page_of_unread;
    return filter.category ? page_of_category : page_of_all;
}

} // namespace

std::vector<ListRow> TicketListStore::page(View view, const Filter& filter, const Cursor& after,
                                           int limit)
{
    const auto reader = tx_.actor().membership;
    const auto& zone = tx_.workspace().time_zone;
    const auto from = filter.opened_from ? midnight(*filter.opened_from, zone) : base::Instant{0};
    const auto until = filter.opened_until
                           ? midnight({filter.opened_until->day + std::chrono::days{1}}, zone)
                           : base::Instant{INT64_MAX};
    db::Binds binds{
        {"reader", reader},        {"after_at", after.at},        {"after_id", after.id},
        {"state", filter.state},   {"priority", filter.priority}, {"project", filter.project},
        {"client", filter.client}, {"assignee", filter.assignee}, {"limit", limit + 1},
        {"opened_from", from},     {"opened_until", until}};
    const auto& query = query_of(view, filter);
    if (&query != &page_of_all) binds.emplace_back("category", filter.category);
    if (view != View::all) binds.emplace_back("unread", filter.is_unread);
    if (view == View::todo) binds.emplace_back("waits_on", WaitsOn::team);
    if (view == View::waiting) binds.emplace_back("waits_on", WaitsOn::client);
    return tx_.rows<ListRow>(query, std::move(binds));
}

std::vector<ListRow> TicketListStore::urgent_unassigned(int limit)
{
    return page(View::unassigned, {.priority = "urgent"}, {}, limit);
}

std::vector<ListRow> TicketListStore::of_client(tenancy::ClientId client, int limit)
{
    return tx_.rows<ListRow>(page_of_client, {{"client", client}, {"limit", limit}});
}

} // namespace tickets
