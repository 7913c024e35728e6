#include "modules/tickets/note_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "modules/tickets/mention_actions.hpp"
#include "modules/tickets/message.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/ticket_topics.hpp"

#include <utility>

namespace tickets
{

Note write_note(tenancy::WorkspaceTransaction& tx, std::string_view number, const std::string& body)
{
    require(tx.actor(), "tickets.note");
    auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);

    const auto mentions = read_mentions(tx, body);
    const Note note{.id = tx.make_id<NoteId>(),
                    .ticket_id = ticket.id,
                    .author_id = tx.actor().membership,
                    .body = mentions.body,
                    .written_at = base::now(),
                    .edited_at = {}};
    NoteStore{tx}.insert(note);
    search::index_later(tx, {{note_texts, note.id.value}});
    ticket.last_activity_at = note.written_at;
    TicketStore{tx}.touch(ticket);
    mark_read(tx, ticket);
    touch_team(tx, ticket);
    audit::append(
        tx,
        {.action = "tickets.note_written", .subject_kind = "ticket", .subject = ticket.id.value});
    tell_mentioned(tx, ticket, mentions, {});
    return note;
}

void correct_note(tenancy::WorkspaceTransaction& tx, std::string_view number, NoteId id,
                  const std::string& body)
{
    require(tx.actor(), "tickets.note");
    const auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    NoteStore store{tx};
    auto note = store.find(id);
    if (!note || note->ticket_id != ticket.id) throw base::NotFound{};
    require_correctable(note->author_id, note->written_at, tx.actor().membership, base::now());

    const auto mentions = read_mentions(tx, body);
    const auto before = std::exchange(note->body, mentions.body);
    note->edited_at = base::now();
    store.save_correction(*note);
    index_note_corrected(tx, *note, before);
    touch_team(tx, ticket);
    audit::append(tx, {.action = "tickets.note_corrected",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"body", before, note->body}}});
    tell_newly_mentioned(tx, ticket, mentions, before, {});
}

bool is_correctable(const Note& note, tenancy::MembershipId reader, base::Instant now)
{
    return may_correct(note.author_id, note.written_at, reader, now);
}

} // namespace tickets
