#include "modules/tickets/share_guest_store.hpp"

namespace tickets
{
namespace
{

constexpr int invitable_max = 200;

constexpr db::Query insert_guest{"tickets.add_guest", R"sql(
    INSERT INTO tickets_guest (workspace_id, ticket_id, client_id, opened_by, opened_at)
    VALUES (:workspace, :ticket_id, :client_id, :opened_by, :opened_at)
    ON CONFLICT (workspace_id, ticket_id, client_id) DO NOTHING
)sql"};

constexpr db::Query delete_guest{"tickets.remove_guest", R"sql(
    DELETE FROM tickets_guest
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND client_id = :client
)sql"};

constexpr db::Query count_guest{"tickets.is_guest", R"sql(
    SELECT count(*) FROM tickets_guest
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND client_id = :client
)sql"};

constexpr db::Query list_guests{"tickets.guests", R"sql(
    SELECT ticket_id, client_id, opened_by, opened_at FROM tickets_guest
     WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY opened_at, client_id
     LIMIT :limit
)sql"};

constexpr db::Query list_invitable{"tickets.invitable_clients", R"sql(
    SELECT c.id, c.name
      FROM projects_published_assignment a
      JOIN crm_published_client c ON c.workspace_id = a.workspace_id AND c.id = a.client_id
     WHERE a.workspace_id = :workspace AND a.project_id = :project AND a.client_id <> :owner
       AND NOT EXISTS (SELECT 1 FROM tickets_guest g
                        WHERE g.workspace_id = a.workspace_id AND g.ticket_id = :ticket
                          AND g.client_id = a.client_id)
     ORDER BY c.name, c.id
     LIMIT :limit
)sql"};

} // namespace

void GuestStore::add(const Guest& guest)
{
    tx_.execute(insert_guest, {{"ticket_id", guest.ticket_id},
                               {"client_id", guest.client_id},
                               {"opened_by", guest.opened_by},
                               {"opened_at", guest.opened_at}});
}

void GuestStore::remove(TicketId ticket, tenancy::ClientId client)
{
    tx_.execute(delete_guest, {{"ticket", ticket}, {"client", client}});
}

bool GuestStore::holds(TicketId ticket, tenancy::ClientId client)
{
    const auto count =
        tx_.value<std::int64_t>(count_guest, {{"ticket", ticket}, {"client", client}});
    return count.value_or(0) > 0;
}

std::vector<Guest> GuestStore::of_ticket(TicketId ticket)
{
    return tx_.rows<Guest>(list_guests, {{"ticket", ticket}, {"limit", guests_max}});
}

std::vector<Invitable> GuestStore::invitable(const Ticket& ticket)
{
    return tx_.rows<Invitable>(list_invitable, {{"project", ticket.project_id},
                                                {"owner", ticket.client_id},
                                                {"ticket", ticket.id},
                                                {"limit", invitable_max}});
}

} // namespace tickets
