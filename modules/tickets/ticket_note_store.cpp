#include "modules/tickets/ticket_note_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr db::Table<Note> note_table{"tickets_note"};
constexpr int notes_max = 300;

constexpr db::Query list_notes{"tickets.notes", R"sql(
    SELECT id, ticket_id, author_id, body, written_at, edited_at
      FROM tickets_note
     WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY written_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query find_note{"tickets.find_note", R"sql(
    SELECT id, ticket_id, author_id, body, written_at, edited_at
      FROM tickets_note
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query correct_note{"tickets.correct_note", R"sql(
    UPDATE tickets_note
       SET body = :body, edited_at = :edited_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query next_notes{"tickets.next_note_ids", R"sql(
    SELECT id FROM tickets_note WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

void NoteStore::insert(const Note& note)
{
    tx_.insert(note_table, note);
}

void NoteStore::save_correction(const Note& note)
{
    tx_.execute(correct_note,
                {{"id", note.id}, {"body", note.body}, {"edited_at", note.edited_at}});
}

std::optional<Note> NoteStore::find(NoteId id)
{
    return tx_.find<Note>(find_note, {{"id", id}});
}

std::vector<std::int64_t> NoteStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_notes, {{"after", after}, {"limit", limit}});
}

std::vector<Note> NoteStore::of_ticket(TicketId ticket)
{
    auto found = tx_.rows<Note>(list_notes, {{"ticket", ticket}, {"limit", notes_max}});
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace tickets
