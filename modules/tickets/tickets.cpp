#include "modules/tickets/tickets.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/alert_store.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

void check_project(WorkspaceTransaction& tx, const NewTicket& asked)
{
    if (tx.actor().side == tenancy::Side::portal) {
        if (asked.client != tx.actor().client) throw base::NotFound{};
        projects::project_of_client(tx, asked.project, asked.client);
        return;
    }
    projects::project(tx, asked.project);
    base::refuse_unless(projects::is_assigned(tx, asked.project, asked.client),
                        "tickets.refusal.project_not_of_client");
}

Ticket ticket_from(WorkspaceTransaction& tx, const NewTicket& asked)
{
    Ticket ticket{.id = tx.make_id<TicketId>(),
                  .title = asked.title,
                  .description = asked.description,
                  .priority = asked.priority,
                  .project_id = asked.project,
                  .client_id = asked.client,
                  .opened_by = tx.actor().membership,
                  .origin = asked.origin};
    if (tx.actor().side == tenancy::Side::portal) ticket.requester_id = tx.actor().membership;
    return ticket;
}

} // namespace

Ticket open_ticket(WorkspaceTransaction& tx, const NewTicket& asked)
{
    require(tx.actor(), "tickets.create");
    check_project(tx, asked);

    auto ticket = ticket_from(tx, asked);
    open(ticket, workflow_of(tx.workspace()), base::now());
    ticket.number = take_number_text(tx, ticket.opened_at);
    TicketStore{tx}.insert(ticket);
    index_new(tx, ticket);
    record_opening(tx, ticket);
    start_clocks(tx, ticket);
    if (ticket.priority == Priority::urgent) watch_urgent(tx, ticket, ticket.opened_at);
    mail_opened(tx, ticket);
    mark_read(tx, ticket);
    return ticket;
}

Ticket ticket_by_number(WorkspaceTransaction& tx, std::string_view number)
{
    auto ticket = TicketStore{tx}.find(number);
    if (!ticket) throw base::NotFound{};
    require_visible(tx, *ticket);
    return *std::move(ticket);
}

std::vector<UrgentTicket> urgent_unassigned(WorkspaceTransaction& tx)
{
    require(tx.actor(), "tickets.view");
    return tx.actor().side == tenancy::Side::staff ? AlertStore{tx}.urgent_unassigned()
                                                   : std::vector<UrgentTicket>{};
}

} // namespace tickets
