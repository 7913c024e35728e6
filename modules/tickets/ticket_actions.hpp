#pragma once

#include "modules/tickets/message.hpp"
#include "modules/tickets/tickets.hpp"

#include <optional>
#include <string_view>

/// What people do to tickets: one function, one transaction, one fact. Each loads the ticket by its
/// number (base::NotFound unless the actor may see it), checks the right (base::Forbidden), and
/// writes audit, timeline and mails beside the change. Those that take `seen_version` refuse
/// "tickets.refusal.changed_meanwhile" (409) when the ticket is not what its reader saw.
namespace tickets
{

/// To the other party. A client's answer to a question takes the ticket back to work.
Message write_message(tenancy::WorkspaceTransaction& tx, std::string_view number,
                      const std::string& body);
/// By its author, within correction_window.
void correct_message(tenancy::WorkspaceTransaction& tx, std::string_view number, MessageId message,
                     const std::string& body);

void move_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number,
                 const MoveRequest& request, std::int64_t seen_version);

/// For oneself. Refuses "tickets.refusal.already_taken" (409), naming who has it.
void take_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number);
/// To a member of the staff. Keeps the state, except that a ticket nobody had becomes taken.
void assign_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number,
                   tenancy::MembershipId assignee, std::int64_t seen_version);
void prioritise_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number,
                       Priority priority, std::int64_t seen_version);
/// To the member the admins named for such tickets, if nobody has it yet, whatever the actor may
/// do.
void give_unassigned(tenancy::WorkspaceTransaction& tx, TicketId id,
                     tenancy::MembershipId assignee);
/// Asks a colleague to look: he is told and finds the ticket under « Partagés avec moi ».
void share_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number,
                  tenancy::MembershipId with, const std::string& message);
/// By a portal user of the client.
struct Opinion {
    std::int64_t score = 0; ///< 1 to 5
    std::string comment;
};
void rate_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number,
                 const Opinion& opinion);

/// Everything written until now has been seen by the actor.
void mark_read(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);

/// By the platform, after the delay of the workflow, if the ticket is still where it was `since`.
void move_when_due(tenancy::WorkspaceTransaction& tx, TicketId ticket, base::Instant since);
/// Tells the admins when an urgent ticket is still nobody's: once, until somebody has had it. When
/// it has moved since, the delay counts again from then.
void alert_if_unassigned(tenancy::WorkspaceTransaction& tx, TicketId ticket, base::Instant since);

} // namespace tickets
