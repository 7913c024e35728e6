#pragma once

#include "kernel/guard/call.hpp"
#include "modules/tickets/time_views.hpp"

namespace tickets
{

http::Response new_time(guard::Call& call);
http::Response create_time(guard::Call& call);
http::Response edit_time(guard::Call& call);
http::Response update_time(guard::Call& call);
http::Response delete_time(guard::Call& call);
http::Response create_timer(guard::Call& call);
http::Response delete_timer(guard::Call& call);

/// What the ticket's page shows of its time to the actor.
TimePanel time_panel_of(tenancy::WorkspaceTransaction& tx, TicketId ticket, bool is_live);

} // namespace tickets
