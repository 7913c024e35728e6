#pragma once

#include "modules/tickets/ticket_note_store.hpp"

#include <string>
#include <string_view>

namespace tickets
{

/// An internal note: nobody is told, the client sees no trace of it. Throws
/// base::Forbidden without "tickets.note", base::NotFound; refuses "tickets.refusal.closed".
Note write_note(tenancy::WorkspaceTransaction& tx, std::string_view number,
                const std::string& body);

} // namespace tickets
