#include "modules/tickets/ticket_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "modules/tickets/alert_store.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/checklist_actions.hpp"
#include "modules/tickets/events.hpp"
#include "modules/tickets/mention_actions.hpp"
#include "modules/tickets/merge_actions.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/ticket_topics.hpp"

namespace tickets
{
namespace
{

using base::refuse_unless;
using presets::Move;
using presets::Workflow;
using tenancy::WorkspaceTransaction;

MessageKind kind_of(const Move& move)
{
    if (move.demands("resolution_summary")) return MessageKind::resolution;
    return move.demands("public_message") ? MessageKind::question : MessageKind::message;
}

Message append_message(WorkspaceTransaction& tx, Ticket& ticket, MessageKind kind,
                       const std::string& body)
{
    const auto mentions = read_mentions(tx, body);
    const Message message{.id = tx.make_id<MessageId>(),
                          .ticket_id = ticket.id,
                          .author_id = tx.actor().membership,
                          .author_side = tx.actor().side,
                          .kind = kind,
                          .body = mentions.body,
                          .written_at = base::now(),
                          .edited_at = {}};
    MessageStore{tx}.insert(message);
    search::index_later(tx, {{message_texts, message.id.value}});
    note_message(ticket, message);
    events::publish(tx, MessageWritten{ticket.id, message.author_id, message.author_side});
    touch_everybody(tx, ticket);
    tell_mentioned(tx, ticket, mentions, message.body);
    return message;
}

void check_seen(WorkspaceTransaction& tx, const Ticket& ticket, std::int64_t seen_version)
{
    if (ticket.version != seen_version) throw changed_meanwhile(tx, ticket);
}

/// The move that gives a ticket nobody had to somebody; nullptr when its state stays.
const Move* taking_move(const Workflow& workflow, const Ticket& ticket)
{
    if (ticket.assignee_id) return nullptr;
    for (const auto* move : possible_moves(workflow, ticket, tenancy::Side::staff))
        if (move->demands("assignee")) return move;
    return nullptr;
}

void give(WorkspaceTransaction& tx, Ticket& ticket, tenancy::MembershipId assignee)
{
    const auto& workflow = workflow_of(tx.workspace());
    const auto before = ticket;
    if (const auto* move = taking_move(workflow, ticket))
        apply(ticket, workflow, *move,
              {.move = move->code, .text = {}, .reason = {}, .assignee = assignee}, base::now());
    ticket.assignee_id = assignee;
    ticket.last_activity_at = base::now();
    save_change(tx, before, ticket);
    record_assignment(tx, before, ticket);
    if (ticket.state != before.state) {
        record_move(tx, before, ticket);
        mail_moved(tx, ticket, {});
    }
    mail_assigned(tx, ticket);
    mark_read(tx, ticket);
}

} // namespace

Message write_message(WorkspaceTransaction& tx, std::string_view number, const std::string& body)
{
    require(tx.actor(), "tickets.reply");
    auto ticket = ticket_by_number(tx, number);
    const auto& workflow = workflow_of(tx.workspace());
    refuse_when_read_only(workflow, ticket);

    const auto before = ticket;
    const auto message = append_message(tx, ticket, MessageKind::message, body);
    const auto* move =
        tx.actor().client == ticket.client_id ? move_on_client_reply(workflow, ticket) : nullptr;
    if (move != nullptr) {
        apply(ticket, workflow, *move, {.move = move->code}, message.written_at);
        save_change(tx, before, ticket);
        record_move(tx, before, ticket);
    } else if (tx.actor().side == tenancy::Side::portal && realign(ticket, workflow)) {
        save_change(tx, before, ticket);
    } else {
        TicketStore{tx}.touch(ticket);
    }
    if (ticket.first_reply_at != before.first_reply_at) follow_clocks(tx, ticket);
    audit::append(tx, {.action = "tickets.message_written",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value});
    mail_message(tx, ticket, message);
    mark_read(tx, ticket);
    return message;
}

void correct_message(WorkspaceTransaction& tx, std::string_view number, MessageId id,
                     const std::string& body)
{
    require(tx.actor(), "tickets.reply");
    const auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    MessageStore store{tx};
    auto message = store.find(ticket.id, id);
    if (!message) throw base::NotFound{};

    const auto before = message->body;
    const auto mentions = read_mentions(tx, body);
    correct(*message, tx.actor().membership, mentions.body, base::now());
    store.save_correction(*message, before);
    index_corrected(tx, ticket, *message, before);
    record(tx, ticket, {.kind = EventKind::corrected, .new_value = id.text()});
    audit::append(tx, {.action = "tickets.message_corrected",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"body", before, message->body}}});
    tell_newly_mentioned(tx, ticket, mentions, before, message->body);
}

void move_ticket(WorkspaceTransaction& tx, std::string_view number, const MoveRequest& request,
                 std::int64_t seen_version)
{
    auto ticket = ticket_by_number(tx, number);
    const auto& workflow = workflow_of(tx.workspace());
    require_own(tx.actor(), ticket);
    refuse_when_merged(tx, ticket);
    check_seen(tx, ticket, seen_version);
    const auto& move = move_of(workflow, ticket, request.move, tx.actor().side);
    require(tx.actor(), permission_of(workflow, move, tx.actor().side));
    refuse_when_unchecked(tx, ticket, move);

    const auto before = ticket;
    apply(ticket, workflow, move, request, base::now());
    std::optional<Message> message;
    if (!request.text.empty()) message = append_message(tx, ticket, kind_of(move), request.text);
    save_change(tx, before, ticket);
    if (ticket.assignee_id != before.assignee_id) record_assignment(tx, before, ticket);
    record_move(tx, before, ticket);
    mail_moved(tx, ticket, request.text);
    schedule_next(tx, ticket);
    mark_read(tx, ticket);
}

void take_ticket(WorkspaceTransaction& tx, std::string_view number)
{
    require(tx.actor(), "tickets.take");
    auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    if (ticket.assignee_id == tx.actor().membership) return;
    if (ticket.assignee_id) throw already_taken(tx, *ticket.assignee_id);

    try {
        give(tx, ticket, tx.actor().membership);
    } catch (const base::Refusal& refusal) {
        const auto now_held = TicketStore{tx}.find(ticket.id);
        if (refusal.kind == base::Refusal::Kind::Conflict && now_held && now_held->assignee_id)
            throw already_taken(tx, *now_held->assignee_id);
        throw;
    }
}

void assign_ticket(WorkspaceTransaction& tx, std::string_view number,
                   tenancy::MembershipId assignee, std::int64_t seen_version)
{
    require(tx.actor(), "tickets.assign");
    auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    require_active_staff(tx, assignee);
    check_seen(tx, ticket, seen_version);
    if (ticket.assignee_id == assignee) return;

    give(tx, ticket, assignee);
}

void give_unassigned(WorkspaceTransaction& tx, TicketId id, tenancy::MembershipId assignee)
{
    auto ticket = TicketStore{tx}.find(id).value();
    if (!ticket.assignee_id) give(tx, ticket, assignee);
}

void prioritise_ticket(WorkspaceTransaction& tx, std::string_view number, Priority priority,
                       std::int64_t seen_version)
{
    require(tx.actor(), "tickets.priority");
    auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    check_seen(tx, ticket, seen_version);
    if (ticket.priority == priority) return;

    const auto before = ticket;
    ticket.priority = priority;
    ticket.last_activity_at = base::now();
    save_change(tx, before, ticket);
    record_priority(tx, before, ticket);
    if (priority == Priority::urgent) watch_urgent(tx, ticket, base::now());
    mark_read(tx, ticket);
}

void share_ticket(WorkspaceTransaction& tx, std::string_view number, tenancy::MembershipId with,
                  const std::string& message)
{
    const auto ticket = ticket_by_number(tx, number);
    const auto member = require_active_staff(tx, with);
    require_share(tx.workspace(), tx.actor(), member.role);

    TicketStore{tx}.share({.ticket_id = ticket.id,
                           .membership_id = with,
                           .shared_by = tx.actor().membership,
                           .message = message,
                           .shared_at = base::now()});
    record(tx, ticket, {.kind = EventKind::shared, .new_value = with.text()});
    audit::append(tx, {.action = "tickets.shared",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"with", "", member.name}}});
    events::publish(tx, TicketShared{ticket.id, with});
    mail_shared(tx, ticket, with, message);
}

void rate_ticket(WorkspaceTransaction& tx, std::string_view number, const Opinion& opinion)
{
    require(tx.actor(), "tickets.rate");
    const auto ticket = ticket_by_number(tx, number);
    require_own(tx.actor(), ticket);
    TicketStore store{tx};
    const auto earlier = store.rating(ticket.id, ticket.resolved_count);
    const auto rating = rate(ticket, earlier,
                             {.ticket_id = ticket.id,
                              .score = opinion.score,
                              .comment = opinion.comment,
                              .rated_by = tx.actor().membership},
                             base::now());

    store.save(rating);
    record(tx, ticket, {.kind = EventKind::rated, .new_value = std::to_string(rating.score)});
    audit::append(tx, {.action = "tickets.rated",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"score", earlier ? std::to_string(earlier->score) : "",
                                    std::to_string(rating.score)}}});
    events::publish(tx, TicketRated{ticket.id, static_cast<int>(rating.score)});
}

void mark_read(WorkspaceTransaction& tx, const Ticket& ticket)
{
    if (tx.actor().is_system()) return;
    TicketStore{tx}.mark_read(ticket.id, tx.actor().membership, base::now());
    events::publish(tx, TicketSeen{ticket.id, tx.actor().membership});
}

void move_when_due(WorkspaceTransaction& tx, TicketId id, base::Instant since)
{
    auto ticket = TicketStore{tx}.find(id);
    const auto& workflow = workflow_of(tx.workspace());
    const auto* move = ticket ? move_after_days(workflow, *ticket) : nullptr;
    if (move == nullptr || ticket->state_since != since) return;

    const auto before = *ticket;
    apply(*ticket, workflow, *move, {.move = move->code}, base::now());
    save_change(tx, before, *ticket);
    record_move(tx, before, *ticket);
    mail_moved(tx, *ticket, {});
}

void alert_if_unassigned(WorkspaceTransaction& tx, TicketId id, base::Instant since)
{
    const auto ticket = TicketStore{tx}.find(id);
    if (!ticket || !ticket->is_open || ticket->assignee_id) return;
    if (ticket->priority != Priority::urgent) return;
    if (ticket->state_since != since) return watch_urgent(tx, *ticket, ticket->state_since);
    if (AlertStore{tx}.tell_once(id, base::now())) mail_urgent(tx, *ticket);
}

} // namespace tickets
