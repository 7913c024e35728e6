#include "modules/tickets/share_guest_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/share_guest_store.hpp"
#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_topics.hpp"
#include "modules/tickets/tickets.hpp"

#include <string>

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

void trace(WorkspaceTransaction& tx, std::string_view action, const Ticket& ticket,
           audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {std::move(change)}});
}

} // namespace

std::vector<Guest> guests_of(WorkspaceTransaction& tx, TicketId ticket)
{
    return GuestStore{tx}.of_ticket(ticket);
}

bool is_guest(WorkspaceTransaction& tx, TicketId ticket, tenancy::ClientId client)
{
    return GuestStore{tx}.holds(ticket, client);
}

void open_to_client(WorkspaceTransaction& tx, std::string_view number, tenancy::ClientId client)
{
    require(tx.actor(), "tickets.open_to_client");
    const auto ticket = ticket_by_number(tx, number);
    if (!projects::is_assigned(tx, ticket.project_id, client)) throw base::NotFound{};
    GuestStore store{tx};
    if (client == ticket.client_id || store.holds(ticket.id, client)) return;
    base::refuse_unless(store.of_ticket(ticket.id).size() < guests_max,
                        "tickets.guest.refusal.full", {{"most", std::to_string(guests_max)}});
    store.add({.ticket_id = ticket.id,
               .client_id = client,
               .opened_by = tx.actor().membership,
               .opened_at = base::now()});
    trace(tx, "tickets.opened_to_client", ticket, {"client", "", crm::client(tx, client).name});
    mail_guest(tx, ticket, client);
    touch_everybody(tx, ticket);
}

void close_to_client(WorkspaceTransaction& tx, std::string_view number, tenancy::ClientId client)
{
    require(tx.actor(), "tickets.open_to_client");
    const auto ticket = ticket_by_number(tx, number);
    GuestStore store{tx};
    if (!store.holds(ticket.id, client)) return;
    touch_everybody(tx, ticket); // his pages too, while he is known
    store.remove(ticket.id, client);
    trace(tx, "tickets.closed_to_client", ticket, {"client", crm::client(tx, client).name, ""});
}

} // namespace tickets
