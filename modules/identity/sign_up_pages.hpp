#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

http::Response show_owner_sign_up(guard::Call& call);
http::Response create_business(guard::Call& call);
http::Response show_owner_confirmation(guard::Call& call);
http::Response confirm_business(guard::Call& call);

http::Response show_client_sign_up(guard::Call& call);
http::Response create_client_account(guard::Call& call);
http::Response show_client_confirmation(guard::Call& call);
http::Response confirm_client_account(guard::Call& call);

/// « Consultez vos courriels »; on a machine that sends no mail, with the way to read it there.
http::Response answer_read_your_mail(guard::Call& call, std::string_view words_key);
/// The same after every sign-up.
http::Response show_sign_up_sent(guard::Call& call);

} // namespace identity
