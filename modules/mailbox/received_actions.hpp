#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/mailbox/received.hpp"
#include "modules/tickets/tickets.hpp"

#include <string>
#include <string_view>

/// What the team decides about a message that waits. Each throws base::NotFound for one that is not
/// there, and refuses "mailbox.refusal.settled" (409) when a colleague was faster.
namespace mailbox
{

/// The message as the actor may see it.
Received received(tenancy::WorkspaceTransaction& tx, ReceivedId id);

/// Puts it into the thread of a ticket, in the name of its client's account of that address, or of
/// the client. Refuses as tickets::add_mailed_message.
void add_to_ticket(tenancy::WorkspaceTransaction& tx, ReceivedId id, std::string_view number);

struct NewFromMail {
    std::string title;
    tenancy::ClientId client;
    projects::ProjectId project;
};
/// Opens a ticket on behalf of a client.
tickets::Ticket open_from_mail(tenancy::WorkspaceTransaction& tx, ReceivedId id,
                               const NewFromMail& asked);

/// Its files go; nobody is told.
void reject(tenancy::WorkspaceTransaction& tx, ReceivedId id);

} // namespace mailbox
