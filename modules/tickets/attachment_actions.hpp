#pragma once

#include "kernel/files/intake.hpp"
#include "modules/tickets/message.hpp"
#include "modules/tickets/ticket.hpp"

namespace tickets
{

/// Gives the files of a form to what was just written, in its transaction; the audit names them.
void attach_to_ticket(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                      const files::Intake& intake);
void attach_to_message(tenancy::WorkspaceTransaction& tx, const Message& message,
                       const files::Intake& intake);

} // namespace tickets
