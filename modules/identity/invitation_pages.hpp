#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

http::Response show_invitation(guard::Call& call);
http::Response accept_invitation(guard::Call& call);
http::Response ask_invitation_again(guard::Call& call);

} // namespace identity
