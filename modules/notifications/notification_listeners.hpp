#pragma once

#include "kernel/files/files.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/sender.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/crm/events.hpp"
#include "modules/mailbox/events.hpp"
#include "modules/projects/events.hpp"
#include "modules/tickets/events.hpp"

/// All run within the transaction that tells the fact.
namespace notifications
{

void on_ticket_concerns(tenancy::WorkspaceTransaction& tx, const tickets::TicketConcerns& fact);
void on_ticket_seen(tenancy::WorkspaceTransaction& tx, const tickets::TicketSeen& fact);
void on_client_waits(tenancy::WorkspaceTransaction& tx, const projects::ClientWaits& fact);
/// The team is told of what a client changes in his record, or asks to.
void on_client_details_changed(tenancy::WorkspaceTransaction& tx,
                               const crm::ClientDetailsChanged& fact);
/// To those who may open tickets on behalf of clients.
void on_mail_waits(tenancy::WorkspaceTransaction& tx, const mailbox::MailWaits& fact);
void on_mail_settled(tenancy::WorkspaceTransaction& tx, const mailbox::MailSettled& fact);
/// Nobody waits any more.
void on_client_assigned(tenancy::WorkspaceTransaction& tx, const projects::ClientAssigned& fact);
/// To those who may see the page of jobs, or of mail.
void on_job_gave_up(tenancy::WorkspaceTransaction& tx, const jobs::JobGaveUp& fact);
void on_sender_held(tenancy::WorkspaceTransaction& tx, const mail::SenderHeld& fact);
void on_room_crossed(tenancy::WorkspaceTransaction& tx, const files::RoomCrossed& fact);

} // namespace notifications
