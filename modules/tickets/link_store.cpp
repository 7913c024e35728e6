#include "modules/tickets/link_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Query save_link{"tickets.save_link", R"sql(
    INSERT INTO tickets_link (workspace_id, first_id, second_id, kind, linked_by, linked_at)
    VALUES (:workspace, :first_id, :second_id, :kind, :linked_by, :linked_at)
    ON CONFLICT (workspace_id, first_id, second_id) DO UPDATE SET kind = excluded.kind
)sql"};

constexpr db::Query delete_link{"tickets.delete_link", R"sql(
    DELETE FROM tickets_link
     WHERE workspace_id = :workspace AND first_id = :first_id AND second_id = :second_id
)sql"};

constexpr db::Query list_links{"tickets.links", R"sql(
    SELECT t.id AS id, l.kind, FALSE AS is_reversed, t.number, t.title, t.state, c.name AS client_name,
           l.linked_at
      FROM tickets_link l
      JOIN tickets_ticket t ON t.workspace_id = l.workspace_id AND t.id = l.second_id
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE l.workspace_id = :workspace AND l.first_id = :ticket
    UNION ALL
    SELECT t.id AS id, l.kind, TRUE AS is_reversed, t.number, t.title, t.state, c.name AS client_name,
           l.linked_at
      FROM tickets_link l
      JOIN tickets_ticket t ON t.workspace_id = l.workspace_id AND t.id = l.first_id
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE l.workspace_id = :workspace AND l.second_id = :ticket
     ORDER BY linked_at, id
     LIMIT :limit
)sql"};

} // namespace

void LinkStore::save(const Link& link)
{
    tx_.execute(save_link, {{"first_id", link.first_id},
                            {"second_id", link.second_id},
                            {"kind", link.kind},
                            {"linked_by", link.linked_by},
                            {"linked_at", link.linked_at}});
}

bool LinkStore::remove(const Link& link)
{
    return tx_.execute(delete_link, {{"first_id", link.first_id}, {"second_id", link.second_id}}) ==
           1;
}

std::vector<LinkedTicket> LinkStore::of_ticket(TicketId ticket)
{
    auto linked = tx_.rows<LinkedTicket>(list_links, {{"ticket", ticket}, {"limit", links_max}});
    for (auto& other : linked)
        if (other.is_reversed) other.kind = inverse(other.kind);
    return linked;
}

} // namespace tickets
