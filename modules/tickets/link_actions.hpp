#pragma once

#include "modules/tickets/link.hpp"
#include "modules/tickets/tickets.hpp"

#include <string_view>

/// How the team relates tickets to each other; clients never see it. Each loads tickets by number
/// (base::NotFound) and needs "tickets.link" (base::Forbidden).
namespace tickets
{

/// The two tickets tell it. Linked already: the kind is changed. Refuses
/// "tickets.link.refusal.itself" and, past links_max, "tickets.link.refusal.full".
void link_tickets(tenancy::WorkspaceTransaction& tx, std::string_view number, LinkKind kind,
                  std::string_view other);
/// Nothing happens when they are not linked.
void unlink_tickets(tenancy::WorkspaceTransaction& tx, std::string_view number,
                    std::string_view other);

/// A new ticket with the same fields for the same client, linked with the first; the conversation
/// and the files stay there. Refuses what open_ticket refuses.
Ticket copy_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number);

} // namespace tickets
