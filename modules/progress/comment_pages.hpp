#pragma once

#include "kernel/guard/call.hpp"

namespace progress
{

http::Response create_comment(guard::Call& call);
http::Response edit_comment(guard::Call& call);
http::Response update_comment(guard::Call& call);
/// Asks, with how many replies would go; where nobody asked yet, deleting asks too.
http::Response confirm_comment_removal(guard::Call& call);
http::Response delete_comment(guard::Call& call);

} // namespace progress
