#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

http::Response show_forgotten(guard::Call& call);
http::Response request_password(guard::Call& call);
http::Response show_reset_sent(guard::Call& call);
http::Response show_new_password(guard::Call& call);
http::Response choose_password(guard::Call& call);

} // namespace identity
