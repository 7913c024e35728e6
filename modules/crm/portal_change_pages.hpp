#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

/// One thing a client asked to change of his record, and the team's answer.
http::Response show_change(guard::Call& call);
http::Response settle_change(guard::Call& call);
/// On the record's page; nothing when nothing waits.
html::Html changes_panel(guard::Call& call);

/// What clients see and change in the portal: settings.
http::Response show_portal_fields(guard::Call& call);
http::Response update_portal_fields(guard::Call& call);

} // namespace crm
