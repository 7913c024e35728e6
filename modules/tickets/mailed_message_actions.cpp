#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/events.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/ticket_topics.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

void check_author(WorkspaceTransaction& tx, const Ticket& ticket, tenancy::MembershipId author)
{
    if (!author) return;
    const auto member = auth::member(tx, author);
    const bool is_of_client =
        member && member->side == tenancy::Side::portal && member->client == ticket.client_id;
    if (!is_of_client) throw base::NotFound{};
}

/// In the name of somebody of the client, by a member of the team.
Message append_for(WorkspaceTransaction& tx, Ticket& ticket, const MailedMessage& mailed)
{
    const Message message{.id = tx.make_id<MessageId>(),
                          .ticket_id = ticket.id,
                          .author_id = mailed.author,
                          .author_side = tenancy::Side::portal,
                          .body = mailed.body,
                          .written_at = base::now(),
                          .edited_at = {}};
    MessageStore{tx}.insert(message);
    search::index_later(tx, {{message_texts, message.id.value}});
    note_message(ticket, message);
    events::publish(tx, MessageWritten{ticket.id, message.author_id, message.author_side});
    touch_everybody(tx, ticket);
    return message;
}

Message receive(WorkspaceTransaction& tx, std::string_view number, const MailedMessage& mailed)
{
    require(tx.actor(), "tickets.reply");
    auto ticket = ticket_by_number(tx, number);
    const auto& workflow = workflow_of(tx.workspace());
    refuse_when_read_only(workflow, ticket);
    check_author(tx, ticket, mailed.author);

    const auto before = ticket;
    const auto message = append_for(tx, ticket, mailed);
    if (const auto* move = move_on_client_reply(workflow, ticket)) {
        apply(ticket, workflow, *move, {.move = move->code}, message.written_at);
        save_change(tx, before, ticket);
        record_move(tx, before, ticket);
    } else {
        TicketStore{tx}.touch(ticket);
    }
    audit::append(tx, {.action = "tickets.message_received",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value});
    mail_message(tx, ticket, message);
    mark_read(tx, ticket);
    return message;
}

} // namespace

files::Owner add_mailed_message(WorkspaceTransaction& tx, std::string_view number,
                                const MailedMessage& mailed)
{
    const bool is_own = mailed.author && mailed.author == tx.actor().membership;
    const auto message =
        is_own ? write_message(tx, number, mailed.body) : receive(tx, number, mailed);
    return {.kind = ticket_files, .id = message.ticket_id.value, .part = message.id.value};
}

files::Owner files_of_description(const Ticket& ticket)
{
    return {.kind = ticket_files, .id = ticket.id.value};
}

Ticket ticket_by_id(WorkspaceTransaction& tx, TicketId id)
{
    auto ticket = TicketStore{tx}.find(id);
    if (!ticket) throw base::NotFound{};
    require_visible(tx, *ticket);
    return *std::move(ticket);
}

} // namespace tickets
