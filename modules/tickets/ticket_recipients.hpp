#pragma once

#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <functional>
#include <string>
#include <vector>

/// Who is told of what happens to a ticket. Nobody is told of his own deed, nor once he has left.
namespace tickets
{

/// People written to about one fact, at most.
inline constexpr std::size_t recipients_max = 50;

struct Recipient {
    tenancy::MembershipId member; ///< zero: an address on a client's record
    std::string role;
    std::string name;
    std::string email; ///< empty for accounts with a user name
};
using Recipients = std::vector<Recipient>;

void add(Recipients& to, tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);
/// Colleagues whose role it concerns.
Recipients team(tenancy::WorkspaceTransaction& tx,
                const std::function<bool(const presets::Role&)>& concerns);
Recipients team_of_tickets(tenancy::WorkspaceTransaction& tx);
/// Who takes care of the ticket, those it was shared with excepted; nobody = everybody.
Recipients carers(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// Whoever may still see the project: the person who asked; without one, every portal user of the
/// client; without any, the address on his record.
Recipients client_people(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// The portal users of the clients to whom the ticket was opened, who may still see its project.
Recipients guest_people(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// The same of one such client.
Recipients guest_people(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                        tenancy::ClientId guest);

} // namespace tickets
