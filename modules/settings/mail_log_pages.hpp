#pragma once

#include "kernel/guard/call.hpp"

namespace settings
{

/// Every mail of the workspace, the newest first: by status, by recipient, by day.
http::Response show_mail_log(guard::Call& call);

} // namespace settings
