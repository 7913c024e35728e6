#pragma once

#include "kernel/guard/call.hpp"
#include "modules/tickets/ticket_forms.hpp"

namespace tickets
{

/// Correcting one's message, on either side: the form as it is, or with what was refused. Throws
/// base::NotFound for a message of another ticket.
http::Response message_page(guard::Call& call, const forms::Form<WriteMessage>& form);

} // namespace tickets
