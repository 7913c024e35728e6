#pragma once

#include "kernel/files/intake.hpp"
#include "modules/tickets/ticket_note_store.hpp"

namespace tickets
{

/// As attach_to_message, for what the team says to itself: no client ever reads of it.
void attach_to_note(tenancy::WorkspaceTransaction& tx, const Note& note,
                    const files::Intake& intake);

} // namespace tickets
