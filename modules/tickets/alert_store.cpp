#include "modules/tickets/alert_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Query urgent_and_free{"tickets.urgent_and_free", R"sql(
    SELECT t.id, t.number, t.title, t.state, c.name AS client_name, t.opened_at
      FROM tickets_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace AND t.is_open = TRUE AND t.assignee_id IS NULL
       AND t.priority = 'urgent'
     ORDER BY t.opened_at, t.id
     LIMIT :limit
)sql"};

constexpr db::Query insert_alert{"tickets.tell_alert", R"sql(
    INSERT INTO tickets_alert (workspace_id, ticket_id, told_at)
    VALUES (:workspace, :ticket, :at)
    ON CONFLICT (workspace_id, ticket_id) DO NOTHING
)sql"};

constexpr db::Query delete_alert{"tickets.forget_alert", R"sql(
    DELETE FROM tickets_alert WHERE workspace_id = :workspace AND ticket_id = :ticket
)sql"};

} // namespace

std::vector<UrgentTicket> AlertStore::urgent_unassigned()
{
    return tx_.rows<UrgentTicket>(urgent_and_free, {{"limit", urgent_max}});
}

bool AlertStore::tell_once(TicketId ticket, base::Instant at)
{
    return tx_.execute(insert_alert, {{"ticket", ticket}, {"at", at}}) == 1;
}

void AlertStore::forget(TicketId ticket)
{
    tx_.execute(delete_alert, {{"ticket", ticket}});
}

} // namespace tickets
