#pragma once

#include "kernel/guard/call.hpp"

namespace settings
{

http::Response show_mail(guard::Call& call);
http::Response update_sender(guard::Call& call);
http::Response create_test(guard::Call& call);
http::Response activate_own_sender(guard::Call& call);
http::Response disable_own_sender(guard::Call& call);
http::Response resend_message(guard::Call& call);

} // namespace settings
