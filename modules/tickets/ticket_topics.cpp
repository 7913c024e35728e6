#include "modules/tickets/ticket_topics.hpp"

#include "kernel/events/topics.hpp"
#include "modules/tickets/share_guest_actions.hpp"

namespace tickets
{

void touch_team(tenancy::WorkspaceTransaction& tx, const Ticket& ticket)
{
    events::touch(tx, "tickets");
    events::touch(tx, "ticket:" + ticket.id.text());
    events::touch(tx, "client:" + ticket.client_id.text());
    events::touch(tx, "project:" + ticket.project_id.text());
}

void touch_everybody(tenancy::WorkspaceTransaction& tx, const Ticket& ticket)
{
    touch_team(tx, ticket);
    events::touch(tx, "request:" + ticket.id.text());
    events::touch(tx, "requests:" + ticket.client_id.text());
    for (const auto& guest : guests_of(tx, ticket.id))
        events::touch(tx, "requests:" + guest.client_id.text());
}

} // namespace tickets
