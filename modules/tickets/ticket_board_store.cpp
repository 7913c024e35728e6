#include "modules/tickets/ticket_board_store.hpp"

#include <algorithm>
#include <array>

namespace tickets
{
namespace
{

/// A column is read from the index of its state and no further than its counter goes.
constexpr db::Query board_cards{"tickets.board_cards", R"sql(
    WITH found AS NOT MATERIALIZED (
        SELECT id, state, last_activity_at FROM tickets_ticket
         WHERE workspace_id = :workspace
           AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
           AND (CAST(:project AS BIGINT) = 0 OR project_id = :project)
           AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
    ), newest AS (
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s00
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c00
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s01
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c01
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s02
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c02
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s03
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c03
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s04
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c04
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s05
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c05
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s06
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c06
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s07
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c07
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s08
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c08
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s09
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c09
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s10
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c10
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s11
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c11
    ), placed AS (
        SELECT id,
               row_number() OVER (PARTITION BY state
                                  ORDER BY last_activity_at DESC, id DESC) AS place,
               count(*) OVER (PARTITION BY state) AS total
          FROM newest
    )
    SELECT t.id, t.number, t.title, t.priority, t.state, c.name AS client_name,
           p.name AS project_name, t.assignee_id, t.last_activity_at, t.state_since, t.version,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread, n.total
      FROM placed n
     CROSS JOIN tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      JOIN projects_published_project p ON p.workspace_id = t.workspace_id AND p.id = t.project_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE n.place <= :shown AND t.workspace_id = :workspace AND t.id = n.id
     ORDER BY n.place
)sql"};

/// The same for one person, from an index that begins with him: who has few tickets of a state
/// would else have all of that state looked through.
constexpr db::Query assignee_cards{"tickets.board_cards_of_assignee", R"sql(
    WITH found AS NOT MATERIALIZED (
        SELECT id, state, last_activity_at FROM tickets_ticket
         WHERE workspace_id = :workspace AND assignee_id = :assignee
           AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
           AND (CAST(:project AS BIGINT) = 0 OR project_id = :project)
           AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
    ), newest AS (
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s00
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c00
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s01
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c01
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s02
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c02
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s03
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c03
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s04
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c04
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s05
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c05
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s06
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c06
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s07
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c07
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s08
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c08
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s09
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c09
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s10
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c10
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s11
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c11
    ), placed AS (
        SELECT id,
               row_number() OVER (PARTITION BY state
                                  ORDER BY last_activity_at DESC, id DESC) AS place,
               count(*) OVER (PARTITION BY state) AS total
          FROM newest
    )
    SELECT t.id, t.number, t.title, t.priority, t.state, c.name AS client_name,
           p.name AS project_name, t.assignee_id, t.last_activity_at, t.state_since, t.version,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread, n.total
      FROM placed n
     CROSS JOIN tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      JOIN projects_published_project p ON p.workspace_id = t.workspace_id AND p.id = t.project_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE n.place <= :shown AND t.workspace_id = :workspace AND t.id = n.id
     ORDER BY n.place
)sql"};

/// The same for one category.
constexpr db::Query category_cards{"tickets.board_cards_of_category", R"sql(
    WITH found AS NOT MATERIALIZED (
        SELECT f.ticket_id AS id, f.state, f.last_activity_at
          FROM tickets_filing f
         CROSS JOIN tickets_ticket t
         WHERE f.workspace_id = :workspace AND f.category_id = :category
           AND t.workspace_id = f.workspace_id AND t.id = f.ticket_id
           AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
           AND (CAST(:project AS BIGINT) = 0 OR t.project_id = :project)
           AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
           AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
    ), newest AS (
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s00
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c00
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s01
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c01
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s02
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c02
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s03
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c03
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s04
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c04
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s05
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c05
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s06
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c06
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s07
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c07
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s08
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c08
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s09
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c09
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s10
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c10
        UNION ALL
        SELECT * FROM (SELECT id, state, last_activity_at FROM found WHERE state = :s11
                        ORDER BY last_activity_at DESC, id DESC LIMIT :most) AS c11
    ), placed AS (
        SELECT id,
               row_number() OVER (PARTITION BY state
                                  ORDER BY last_activity_at DESC, id DESC) AS place,
               count(*) OVER (PARTITION BY state) AS total
          FROM newest
    )
    SELECT t.id, t.number, t.title, t.priority, t.state, c.name AS client_name,
           p.name AS project_name, t.assignee_id, t.last_activity_at, t.state_since, t.version,
           t.is_open AND t.last_activity_at > COALESCE(r.read_at, 0) AS is_unread, n.total
      FROM placed n
     CROSS JOIN tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
      JOIN projects_published_project p ON p.workspace_id = t.workspace_id AND p.id = t.project_id
      LEFT JOIN tickets_read r ON r.workspace_id = t.workspace_id
                              AND r.membership_id = :reader AND r.ticket_id = t.id
     WHERE n.place <= :shown AND t.workspace_id = :workspace AND t.id = n.id
     ORDER BY n.place
)sql"};

constexpr std::array<std::string_view, 12> places{"s00", "s01", "s02", "s03", "s04", "s05",
                                                  "s06", "s07", "s08", "s09", "s10", "s11"};

constexpr db::Query find_layout{"tickets.layout", R"sql(
    SELECT layout FROM tickets_layout
     WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

constexpr db::Query choose_layout{"tickets.choose_layout", R"sql(
    INSERT INTO tickets_layout (workspace_id, membership_id, layout)
    VALUES (:workspace, :reader, :layout)
    ON CONFLICT (workspace_id, membership_id) DO UPDATE SET layout = excluded.layout
)sql"};

const db::Query& query_of(const Filter& filter)
{
    if (filter.category) return category_cards;
    return filter.assignee ? assignee_cards : board_cards;
}

} // namespace

std::vector<BoardCard> TicketBoardStore::cards(const std::vector<std::string>& states,
                                               const Filter& filter)
{
    std::vector<BoardCard> cards;
    for (std::size_t first = 0; first < states.size(); first += places.size()) {
        db::Binds binds{{"reader", tx_.actor().membership},
                        {"priority", filter.priority},
                        {"project", filter.project},
                        {"client", filter.client},
                        {"most", counter_max},
                        {"shown", board_column_cards}};
        if (filter.assignee || filter.category) binds.emplace_back("assignee", filter.assignee);
        if (filter.category) binds.emplace_back("category", filter.category);
        for (std::size_t i = 0; i < places.size(); ++i)
            binds.emplace_back(places.at(i),
                               first + i < states.size() ? states[first + i] : std::string{});
        auto some = tx_.rows<BoardCard>(query_of(filter), std::move(binds));
        std::move(some.begin(), some.end(), std::back_inserter(cards));
    }
    return cards;
}

Layout TicketBoardStore::layout()
{
    return tx_.value<Layout>(find_layout, {{"reader", tx_.actor().membership}})
        .value_or(Layout::list);
}

void TicketBoardStore::choose(Layout layout)
{
    tx_.execute(choose_layout, {{"reader", tx_.actor().membership}, {"layout", layout}});
}

} // namespace tickets
