#pragma once

#include "kernel/guard/call.hpp"

namespace text_messages
{

http::Response show_account(guard::Call& call);
http::Response update_account(guard::Call& call);
http::Response create_test(guard::Call& call);
http::Response activate(guard::Call& call);
http::Response disable(guard::Call& call);
http::Response resend_message(guard::Call& call);

} // namespace text_messages
