#pragma once

#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"

namespace identity
{

http::Response show_sign_in(guard::Call& call);
http::Response create_session(guard::Call& call);
/// The sign-in page in place of a form that was refused because its session is over.
http::Response sign_in_instead(guard::Call& call, const guard::SignInPage& page);
http::Response end_session(guard::Call& call);
http::Response end_all_sessions(guard::Call& call);

http::Response show_proof(guard::Call& call);
http::Response prove_second_factor(guard::Call& call);

} // namespace identity
