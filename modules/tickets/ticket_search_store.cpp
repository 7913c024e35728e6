#include "modules/tickets/ticket_search_store.hpp"

#include "kernel/search/search.hpp"

namespace tickets
{
namespace
{

constexpr db::Query ticket_hits{"tickets.hits", R"sql(
    SELECT t.id, t.number, t.title, t.state, c.name AS client_name
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace AND t.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
       AND (CAST(:assignee AS BIGINT) = 0 OR t.assignee_id = :assignee)
)sql"};

constexpr db::Query ticket_hits_of_client{"tickets.hits_of_client", R"sql(
    SELECT t.id, t.number, t.title, t.state, p.name AS client_name
      FROM tickets_ticket t
      JOIN projects_published_assignment a
        ON a.workspace_id = t.workspace_id AND a.project_id = t.project_id
       AND a.client_id = t.client_id
      JOIN projects_published_project p
        ON p.workspace_id = t.workspace_id AND p.id = t.project_id AND p.archived_at IS NULL
     WHERE t.workspace_id = :workspace AND t.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
       AND t.client_id = :client
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader
                          AND l.project_id = t.project_id))
)sql"};

constexpr db::Query find_said{"tickets.find_said", R"sql(
    SELECT m.ticket_id, t.client_id, m.body
      FROM tickets_message m
      JOIN tickets_ticket t ON t.workspace_id = m.workspace_id AND t.id = m.ticket_id
     WHERE m.workspace_id = :workspace AND m.id = :id
)sql"};

constexpr db::Query next_tickets{"tickets.next_ids", R"sql(
    SELECT id FROM tickets_ticket WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query next_messages{"tickets.next_message_ids", R"sql(
    SELECT id FROM tickets_message WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<TicketHit> TicketSearchStore::hits(const std::vector<std::int64_t>& ids,
                                               tenancy::MembershipId assignee)
{
    auto binds = search::id_binds(ids);
    binds.emplace_back("assignee", assignee);
    return tx_.rows<TicketHit>(ticket_hits, std::move(binds));
}

std::vector<TicketHit> TicketSearchStore::hits_of_client(const std::vector<std::int64_t>& ids,
                                                         tenancy::ClientId client)
{
    auto binds = search::id_binds(ids);
    binds.emplace_back("client", client);
    binds.emplace_back("reader", tx_.actor().membership);
    return tx_.rows<TicketHit>(ticket_hits_of_client, std::move(binds));
}

std::optional<SaidText> TicketSearchStore::message(MessageId id)
{
    return tx_.find<SaidText>(find_said, {{"id", id}});
}

std::vector<std::int64_t> TicketSearchStore::ticket_ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_tickets, {{"after", after}, {"limit", limit}});
}

std::vector<std::int64_t> TicketSearchStore::message_ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_messages, {{"after", after}, {"limit", limit}});
}

} // namespace tickets
