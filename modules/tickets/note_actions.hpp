#pragma once

#include "modules/tickets/ticket_note_store.hpp"

#include <string>
#include <string_view>

namespace tickets
{

/// An internal note: only those it mentions are told, the client sees no trace of it. Throws
/// base::Forbidden without "tickets.note", base::NotFound; refuses "tickets.refusal.closed".
Note write_note(tenancy::WorkspaceTransaction& tx, std::string_view number,
                const std::string& body);

/// By its author, within correction_window; the same refusals as a message. What it said before is
/// in the audit only.
void correct_note(tenancy::WorkspaceTransaction& tx, std::string_view number, NoteId note,
                  const std::string& body);

bool is_correctable(const Note& note, tenancy::MembershipId reader, base::Instant now);

} // namespace tickets
