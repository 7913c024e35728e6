#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

http::Response show_account(guard::Call& call);
http::Response update_preferences(guard::Call& call);
http::Response update_theme(guard::Call& call);
http::Response update_password(guard::Call& call);
http::Response end_one_session(guard::Call& call);

} // namespace identity
