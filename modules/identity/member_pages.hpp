#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

http::Response show_team(guard::Call& call);
http::Response create_invitation(guard::Call& call);
http::Response renew_invitation(guard::Call& call);
http::Response withdraw_invitation(guard::Call& call);
http::Response show_member(guard::Call& call);
http::Response update_role(guard::Call& call);
http::Response deactivate(guard::Call& call);
http::Response reactivate(guard::Call& call);
http::Response remove_second_factor(guard::Call& call);
/// The sign-ins of the members.
http::Response show_sign_ins(guard::Call& call);

} // namespace identity
