#pragma once

#include "kernel/files/intake.hpp"
#include "modules/tickets/message.hpp"

namespace tickets
{

/// As attach_to_ticket (tickets.hpp), to what was just written.
void attach_to_message(tenancy::WorkspaceTransaction& tx, const Message& message,
                       const files::Intake& intake);

} // namespace tickets
