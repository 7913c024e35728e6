#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <optional>
#include <string>

namespace kernel
{
class Module;
}

/// Front door of tickets: the requests of clients.
///
/// A ticket belongs to one client and one of the projects assigned to him. Its state is a word of
/// the preset's workflow; rules read the anchor. The thread is public, internal notes are apart and
/// never leave the team.
namespace tickets
{

void describe(kernel::Module& module);

struct NewTicket {
    std::string title;       ///< 3 to 150 code points
    std::string description; ///< Markdown source
    Priority priority = Priority::medium;
    ProjectId project;
    tenancy::ClientId client;
    Origin origin = Origin::portal;
};

/// Opens a ticket for the actor: a client for himself, staff on behalf of a client.
/// Takes the next number, tells TicketOpened, writes to the team and to the client. For a
/// client, a project that is not his throws base::NotFound; for staff, refuses
/// "tickets.refusal.project_not_of_client".
Ticket open_ticket(tenancy::WorkspaceTransaction& tx, const NewTicket& asked);

/// The ticket of that number as the actor may see it; else base::NotFound.
Ticket ticket_by_number(tenancy::WorkspaceTransaction& tx, std::string_view number);

/// Urgent and nobody's: what the team is alerted about at once, and the admins once more after a
/// while (setting "tickets.urgent_unassigned_alert_minutes"), by mail and in their notifications.
struct UrgentTicket {
    TicketId id;
    std::string number;
    std::string title;
    std::string state; ///< code of the workflow
    std::string client_name;
    base::Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(UrgentTicket, (), (id, number, title, state, client_name, opened_at))
inline constexpr int urgent_max = 50;
/// For dashboards: longest waiting first, at most urgent_max. The reader needs "tickets.view".
std::vector<UrgentTicket> urgent_unassigned(tenancy::WorkspaceTransaction& tx);

/// The same by its id.
Ticket ticket_by_id(tenancy::WorkspaceTransaction& tx, TicketId id);

/// What a person of the client wrote in an e-mail.
struct MailedMessage {
    tenancy::MembershipId author; ///< zero: an address without an account, shown as the client
    std::string body;             ///< Markdown source
};
/// Puts it into the thread, by its author or by a member of the team who knows whose it is
/// ("tickets.reply"). It counts as a message of the client. An author who is not one of the
/// ticket's client throws base::NotFound. Returns what its files belong to.
files::Owner add_mailed_message(tenancy::WorkspaceTransaction& tx, std::string_view number,
                                const MailedMessage& mailed);
/// What the files of a ticket's description belong to.
files::Owner files_of_description(const Ticket& ticket);

/// Gives the files of a form to the description of a ticket, in the transaction that opened it or
/// after; the audit names them. Returns those taken.
std::vector<files::FileId> attach_to_ticket(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                                            const files::Intake& intake);

/// Time of the team on tickets, for billing and contracts. The client sees nothing of it.
struct BillableTime {
    std::string number; ///< of the ticket
    tenancy::MembershipId author_id;
    base::Date worked_on;
    std::int64_t minutes = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(BillableTime, (), (number, author_id, worked_on, minutes, note))
/// What may be billed to a client, of all his tickets, from one day to another, both included;
/// oldest first, at most 1 000.
std::vector<BillableTime> billable_time(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                                        base::Date from, base::Date to);

/// A conversation that happened before today: demonstrations and imports. Nothing is mailed,
/// audited or told; dates are those given; the order of `steps` is that of their dates.
struct PastStep {
    enum class Kind { message, note, move, assign };
    Kind kind = Kind::message;
    tenancy::MembershipId author;
    tenancy::Side side = tenancy::Side::staff;
    base::Instant at;
    std::string text;               ///< message, note; what a move demands
    std::string move;               ///< code; moves only
    std::string reason;             ///< moves that demand one
    tenancy::MembershipId assignee; ///< assign, and moves that demand one
};
struct PastTicket {
    NewTicket asked;
    tenancy::MembershipId opened_by;
    std::optional<tenancy::MembershipId> requester;
    base::Instant opened_at;
    std::vector<PastStep> steps; ///< at most 200
    int rating = 0;              ///< 1 to 5; 0 = none
    std::string rating_comment;
    std::vector<tenancy::MembershipId> readers; ///< have read all of it
};
/// Throws base::Refusal when a move is not one of the workflow's.
Ticket add_past_ticket(tenancy::WorkspaceTransaction& tx, const PastTicket& past);

} // namespace tickets
