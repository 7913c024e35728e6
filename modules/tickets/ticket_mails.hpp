#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/message.hpp"

#include <string>
#include <vector>

/// Who is written to about a request, in the action's transaction, and told TicketConcerns: those
/// who want it by mail get one (mail::willing). Nobody is told of what he did himself. An
/// internal note writes to those it mentions only, without its words.
namespace tickets
{

/// To the team; and to the client, that his request arrived.
void mail_opened(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// The new state: to the client and those it was opened to, or when he moved it, to who takes care
/// of it. `text` is the message or summary that went with the move.
void mail_moved(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, const std::string& text);
/// To the other party: the client, or who takes care of the ticket (the team when nobody does); and
/// to the clients it was opened to, who hear of each other too.
void mail_message(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, const Message& message);
/// To the people of the client to whom it was just opened.
void mail_guest(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, tenancy::ClientId guest);
/// To the client, once: his request goes on in the other. Told as an advance of his request.
void mail_merged(tenancy::WorkspaceTransaction& tx, const Ticket& ending, const Ticket& kept);
void mail_assigned(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
void mail_shared(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                 tenancy::MembershipId with, const std::string& message);
/// To colleagues whom the actor mentions; `quote` may be empty.
void mail_mentioned(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                    const std::vector<tenancy::MembershipId>& people, const std::string& quote);
enum class SlaNews { warning, breach };
/// To who takes care of it and to those who may assign: a promise is near its end, or broken.
void mail_sla(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, SlaNews news);
/// To those who may assign: urgent and nobody's.
void mail_urgent(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);

} // namespace tickets
