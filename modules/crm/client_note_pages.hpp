#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

http::Response list_client_notes(guard::Call& call);
http::Response create_client_note(guard::Call& call);
http::Response delete_client_note(guard::Call& call);
http::Response list_client_alerts(guard::Call& call);
http::Response create_client_alert(guard::Call& call);
http::Response delete_client_alert(guard::Call& call);

/// Panel of the client's page: the newest notes.
html::Html notes_panel(guard::Call& call);

} // namespace crm
