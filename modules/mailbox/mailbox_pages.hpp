#pragma once

#include "kernel/guard/call.hpp"

namespace mailbox
{

http::Response show_mailbox(guard::Call& call);
http::Response update_mailbox(guard::Call& call);
http::Response create_check(guard::Call& call);
http::Response stop_receiving(guard::Call& call);

} // namespace mailbox
