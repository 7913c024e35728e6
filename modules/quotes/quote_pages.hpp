#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

http::Response list_quotes(guard::Call& call);
http::Response new_quote(guard::Call& call);
http::Response create_quote(guard::Call& call);
http::Response show_quote(guard::Call& call);
/// Saves, or applies a step of a browser without JavaScript and writes nothing.
http::Response update_quote(guard::Call& call);
/// What was typed comes to, for the script of the editor: a fragment, nothing is written.
http::Response count_quote(guard::Call& call);
http::Response create_copy(guard::Call& call);
http::Response confirm_removal(guard::Call& call);
http::Response delete_quote(guard::Call& call);

} // namespace quotes
