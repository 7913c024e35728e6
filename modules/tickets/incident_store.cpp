#include "modules/tickets/incident_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<Broadcast> broadcast_table{"tickets_broadcast"};

constexpr db::Query save_child{"tickets.save_incident_child", R"sql(
    INSERT INTO tickets_incident_child (workspace_id, ticket_id, incident_id, gathered_by,
                                        gathered_at)
    VALUES (:workspace, :ticket_id, :incident_id, :gathered_by, :gathered_at)
    ON CONFLICT (workspace_id, ticket_id)
    DO UPDATE SET incident_id = excluded.incident_id, gathered_by = excluded.gathered_by,
                  gathered_at = excluded.gathered_at
)sql"};

constexpr db::Query delete_child{"tickets.delete_incident_child", R"sql(
    DELETE FROM tickets_incident_child
     WHERE workspace_id = :workspace AND ticket_id = :ticket_id AND incident_id = :incident_id
)sql"};

constexpr db::Query find_incident{"tickets.incident_of", R"sql(
    SELECT t.id, t.number, t.title, t.state, c.name AS client_name
      FROM tickets_incident_child i
      JOIN tickets_ticket t ON t.workspace_id = i.workspace_id AND t.id = i.incident_id
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE i.workspace_id = :workspace AND i.ticket_id = :ticket
)sql"};

constexpr db::Query count_children{"tickets.count_incident_children", R"sql(
    SELECT count(*) FROM tickets_incident_child
     WHERE workspace_id = :workspace AND incident_id = :incident
)sql"};

constexpr db::Query list_children{"tickets.incident_children", R"sql(
    SELECT t.id, t.number, t.title, t.state, c.name AS client_name
      FROM tickets_incident_child i
      JOIN tickets_ticket t ON t.workspace_id = i.workspace_id AND t.id = i.ticket_id
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE i.workspace_id = :workspace AND i.incident_id = :incident
     ORDER BY i.ticket_id
     LIMIT :limit
)sql"};

constexpr db::Query add_deliveries{"tickets.add_deliveries", R"sql(
    INSERT INTO tickets_delivery (workspace_id, broadcast_id, ticket_id, outcome, reason)
    SELECT :workspace, b.id, b.incident_id, 'waiting', ''
      FROM tickets_broadcast b
     WHERE b.workspace_id = :workspace AND b.id = :broadcast
    UNION ALL
    SELECT :workspace, b.id, i.ticket_id, 'waiting', ''
      FROM tickets_broadcast b
      JOIN tickets_incident_child i
        ON i.workspace_id = b.workspace_id AND i.incident_id = b.incident_id
     WHERE b.workspace_id = :workspace AND b.id = :broadcast
)sql"};

constexpr db::Query find_broadcast{"tickets.find_broadcast", R"sql(
    SELECT id, incident_id, author_id, kind, body, sent_at FROM tickets_broadcast
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_broadcasts{"tickets.broadcasts", R"sql(
    SELECT id, incident_id, author_id, kind, body, sent_at FROM tickets_broadcast
     WHERE workspace_id = :workspace AND incident_id = :incident ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query count_deliveries{"tickets.broadcast_progress", R"sql(
    SELECT count(CASE WHEN outcome = 'waiting' THEN 1 END) AS waiting,
           count(CASE WHEN outcome = 'done' THEN 1 END) AS done,
           count(CASE WHEN outcome = 'refused' THEN 1 END) AS refused
      FROM tickets_delivery
     WHERE workspace_id = :workspace AND broadcast_id = :broadcast
)sql"};

constexpr db::Query list_refused{"tickets.refused_deliveries", R"sql(
    SELECT t.number, d.reason
      FROM tickets_delivery d
      JOIN tickets_ticket t ON t.workspace_id = d.workspace_id AND t.id = d.ticket_id
     WHERE d.workspace_id = :workspace AND d.broadcast_id = :broadcast AND d.outcome = 'refused'
     ORDER BY d.ticket_id
     LIMIT :limit
)sql"};

constexpr db::Query find_waiting{"tickets.next_delivery", R"sql(
    SELECT ticket_id FROM tickets_delivery
     WHERE workspace_id = :workspace AND broadcast_id = :broadcast AND outcome = 'waiting'
     ORDER BY ticket_id
     LIMIT 1
)sql"};

constexpr db::Query settle_delivery{"tickets.settle_delivery", R"sql(
    UPDATE tickets_delivery SET outcome = :outcome, reason = :reason
     WHERE workspace_id = :workspace AND broadcast_id = :broadcast AND ticket_id = :ticket
       AND outcome = 'waiting'
)sql"};

} // namespace

void IncidentStore::save(const IncidentChild& child)
{
    tx_.execute(save_child, {{"ticket_id", child.ticket_id},
                             {"incident_id", child.incident_id},
                             {"gathered_by", child.gathered_by},
                             {"gathered_at", child.gathered_at}});
}

bool IncidentStore::remove(const IncidentChild& child)
{
    return tx_.execute(delete_child,
                       {{"ticket_id", child.ticket_id}, {"incident_id", child.incident_id}}) == 1;
}

std::optional<GatheredTicket> IncidentStore::incident_of(TicketId ticket)
{
    return tx_.find<GatheredTicket>(find_incident, {{"ticket", ticket}});
}

std::int64_t IncidentStore::count(TicketId incident)
{
    return tx_.value<std::int64_t>(count_children, {{"incident", incident}}).value_or(0);
}

std::vector<GatheredTicket> IncidentStore::children(TicketId incident, int limit)
{
    return tx_.rows<GatheredTicket>(list_children, {{"incident", incident}, {"limit", limit}});
}

void IncidentStore::insert(const Broadcast& broadcast)
{
    tx_.insert(broadcast_table, broadcast);
    tx_.execute(add_deliveries, {{"broadcast", broadcast.id}});
}

std::optional<Broadcast> IncidentStore::find(BroadcastId id)
{
    return tx_.find<Broadcast>(find_broadcast, {{"id", id}});
}

std::vector<Broadcast> IncidentStore::broadcasts(TicketId incident)
{
    return tx_.rows<Broadcast>(list_broadcasts,
                               {{"incident", incident}, {"limit", broadcasts_shown}});
}

Progress IncidentStore::progress(BroadcastId id)
{
    return tx_.find<Progress>(count_deliveries, {{"broadcast", id}}).value_or(Progress{});
}

std::vector<RefusedDelivery> IncidentStore::refused(BroadcastId id)
{
    return tx_.rows<RefusedDelivery>(list_refused, {{"broadcast", id}, {"limit", children_shown}});
}

std::optional<TicketId> IncidentStore::next_waiting(BroadcastId id)
{
    return tx_.value<TicketId>(find_waiting, {{"broadcast", id}});
}

bool IncidentStore::settle(BroadcastId id, TicketId ticket, Outcome outcome,
                           const std::string& reason)
{
    return tx_.execute(
               settle_delivery,
               {{"broadcast", id}, {"ticket", ticket}, {"outcome", outcome}, {"reason", reason}}) ==
           1;
}

} // namespace tickets
