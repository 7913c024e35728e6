#include "modules/tickets/note_attachments.hpp"

#include "modules/tickets/attachment.hpp"

namespace tickets
{

void attach_to_note(tenancy::WorkspaceTransaction& tx, const Note& note,
                    const files::Intake& intake)
{
    if (intake.empty()) return;
    files::attach(tx, {.kind = note_files, .id = note.ticket_id.value, .part = note.id.value},
                  intake);
}

} // namespace tickets
