#include "kernel/base/assert.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_note_store.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/tickets.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::size_t steps_max = 200;

/// What a past ticket is made of, before anything is written.
struct Record {
    Ticket ticket;
    std::vector<Message> messages;
    std::vector<Note> notes;
    std::vector<TimelineEvent> events;
};

TimelineEvent event_of(WorkspaceTransaction& tx, const Ticket& ticket, const PastStep& step,
                       EventKind kind)
{
    TimelineEvent event{.id = tx.make_id<EventId>(),
                        .ticket_id = ticket.id,
                        .kind = kind,
                        .is_public = is_public(kind),
                        .happened_at = step.at};
    if (step.author) event.actor_id = step.author;
    return event;
}

void add_message(WorkspaceTransaction& tx, Record& record, const PastStep& step, MessageKind kind)
{
    record.messages.push_back({.id = tx.make_id<MessageId>(),
                               .ticket_id = record.ticket.id,
                               .author_id = step.author,
                               .author_side = step.side,
                               .kind = kind,
                               .body = step.text,
                               .written_at = step.at});
    note_message(record.ticket, record.messages.back());
}

void add_note(WorkspaceTransaction& tx, Record& record, const PastStep& step)
{
    record.notes.push_back({.id = tx.make_id<NoteId>(),
                            .ticket_id = record.ticket.id,
                            .author_id = step.author,
                            .body = step.text,
                            .written_at = step.at});
    record.ticket.last_activity_at = step.at;
}

void add_assignment(WorkspaceTransaction& tx, Record& record, const PastStep& step)
{
    record.ticket.assignee_id = step.assignee;
    record.events.push_back(event_of(tx, record.ticket, step, EventKind::assigned));
    record.events.back().new_value = step.assignee.text();
}

void add_move(WorkspaceTransaction& tx, Record& record, const PastStep& step)
{
    const auto& workflow = workflow_of(tx.workspace());
    auto& ticket = record.ticket;
    const auto& move = move_of(workflow, ticket, step.move, step.side);
    const auto old_state = ticket.state;
    if (step.assignee) add_assignment(tx, record, step);
    apply(ticket, workflow, move,
          {.move = step.move, .text = step.text, .reason = step.reason, .assignee = step.assignee},
          step.at);
    if (!step.text.empty())
        add_message(tx, record, step,
                    move.demands("resolution_summary") ? MessageKind::resolution
                                                       : MessageKind::question);
    record.events.push_back(event_of(tx, ticket, step, EventKind::moved));
    record.events.back().old_value = old_state;
    record.events.back().new_value = ticket.state;
}

void add(WorkspaceTransaction& tx, Record& record, const PastStep& step)
{
    switch (step.kind) {
    case PastStep::Kind::message:
        return add_message(tx, record, step, MessageKind::message);
    case PastStep::Kind::note:
        return add_note(tx, record, step);
    case PastStep::Kind::move:
        return add_move(tx, record, step);
    case PastStep::Kind::assign:
        return add_assignment(tx, record, step);
    }
}

Record start(WorkspaceTransaction& tx, const PastTicket& past)
{
    Record record;
    auto& ticket = record.ticket;
    ticket.id = tx.make_id<TicketId>();
    ticket.title = past.asked.title;
    ticket.description = past.asked.description;
    ticket.priority = past.asked.priority;
    ticket.project_id = past.asked.project;
    ticket.client_id = past.asked.client;
    ticket.requester_id = past.requester;
    ticket.opened_by = past.opened_by;
    ticket.origin = past.asked.origin;
    open(ticket, workflow_of(tx.workspace()), past.opened_at);
    ticket.number = take_number_text(tx, past.opened_at);
    record.events.push_back(
        event_of(tx, ticket, {.author = past.opened_by, .at = past.opened_at}, EventKind::opened));
    record.events.back().new_value = ticket.state;
    return record;
}

void index(WorkspaceTransaction& tx, const Record& record)
{
    index_new(tx, record.ticket);
    std::vector<search::Pending> texts;
    for (const auto& message : record.messages)
        texts.push_back({message_texts, message.id.value});
    for (const auto& note : record.notes)
        texts.push_back({note_texts, note.id.value});
    search::index_later(tx, texts);
}

void write(WorkspaceTransaction& tx, const Record& record)
{
    TicketStore store{tx};
    store.insert(record.ticket);
    MessageStore messages{tx};
    for (const auto& message : record.messages)
        messages.insert(message);
    NoteStore notes{tx};
    for (const auto& note : record.notes)
        notes.insert(note);
    for (const auto& event : record.events)
        store.add_event(event);
    index(tx, record);
}

} // namespace

Ticket add_past_ticket(WorkspaceTransaction& tx, const PastTicket& past)
{
    KERNEL_ASSERT(past.steps.size() <= steps_max);
    auto record = start(tx, past);
    for (const auto& step : past.steps)
        add(tx, record, step);
    write(tx, record);
    for (const auto reader : past.readers)
        TicketStore{tx}.mark_read(record.ticket.id, reader, record.ticket.last_activity_at);
    if (past.rating != 0)
        TicketStore{tx}.save({.ticket_id = record.ticket.id,
                              .resolution = record.ticket.resolved_count,
                              .score = past.rating,
                              .comment = past.rating_comment,
                              .rated_by = past.requester.value_or(past.opened_by),
                              .rated_at = record.ticket.last_public_at});
    return record.ticket;
}

} // namespace tickets
