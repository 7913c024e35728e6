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

} // namespace

void NoteStore::insert(const Note& note)
{
    tx_.insert(note_table, note);
}

std::vector<Note> NoteStore::of_ticket(TicketId ticket)
{
    auto found = tx_.rows<Note>(list_notes, {{"ticket", ticket}, {"limit", notes_max}});
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace tickets
