#include "modules/tickets/ticket_recipients.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/share_guest_actions.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using tenancy::Side;
using tenancy::WorkspaceTransaction;

void add(Recipients& to, WorkspaceTransaction& tx, const auth::MemberName& member)
{
    const bool is_self = member.id == tx.actor().membership;
    const bool is_active = member.status == auth::MembershipStatus::active;
    if (is_self || !is_active || to.size() >= recipients_max) return;
    to.push_back({member.id, member.role, member.name, auth::email_of(tx, member.id)});
}

/// The role of those who have no account yet.
std::string client_role(const WorkspaceTransaction& tx)
{
    const auto& roles = presets::find(tx.workspace().preset).roles;
    const auto found = std::ranges::find(roles, Side::portal, &presets::Role::side);
    return found == roles.end() ? std::string{} : found->code;
}

} // namespace

void add(Recipients& to, WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    if (const auto member = auth::member(tx, id)) add(to, tx, *member);
}

Recipients team(WorkspaceTransaction& tx, const std::function<bool(const presets::Role&)>& concerns)
{
    Recipients to;
    const auto& preset = tenancy::own_preset(tx.workspace());
    for (const auto& member : auth::members(tx)) {
        const auto* role = preset.find_role(member.role);
        if (member.side == Side::staff && role != nullptr && concerns(*role)) add(to, tx, member);
    }
    return to;
}

Recipients team_of_tickets(WorkspaceTransaction& tx)
{
    return team(
        tx, [](const presets::Role& role) { return role.permissions.contains("tickets.view"); });
}

Recipients carers(WorkspaceTransaction& tx, const Ticket& ticket)
{
    if (!ticket.assignee_id) return team_of_tickets(tx);
    Recipients to;
    add(to, tx, *ticket.assignee_id);
    return to;
}

Recipients client_people(WorkspaceTransaction& tx, const Ticket& ticket)
{
    Recipients to;
    if (!projects::is_assigned(tx, ticket.project_id, ticket.client_id)) return to;
    if (ticket.requester_id) {
        if (projects::is_open_to(tx, ticket.project_id, *ticket.requester_id))
            add(to, tx, *ticket.requester_id);
        return to;
    }
    for (const auto& member : auth::members(tx))
        if (member.side == Side::portal && member.client == ticket.client_id &&
            projects::is_open_to(tx, ticket.project_id, member.id))
            add(to, tx, member);
    if (!to.empty()) return to;
    const auto client = crm::client(tx, ticket.client_id);
    if (!client.email.empty()) to.push_back({{}, client_role(tx), client.name, client.email});
    return to;
}

Recipients guest_people(WorkspaceTransaction& tx, const Ticket& ticket)
{
    Recipients to;
    for (const auto& guest : guests_of(tx, ticket.id))
        for (const auto& one : guest_people(tx, ticket, guest.client_id)) {
            if (to.size() == recipients_max) return to;
            to.push_back(one);
        }
    return to;
}

Recipients guest_people(WorkspaceTransaction& tx, const Ticket& ticket, tenancy::ClientId guest)
{
    Recipients to;
    if (!projects::is_assigned(tx, ticket.project_id, guest)) return to;
    for (const auto& account : auth::accounts_of_client(tx, guest))
        if (projects::is_open_to(tx, ticket.project_id, account.id)) add(to, tx, account.id);
    return to;
}

} // namespace tickets
