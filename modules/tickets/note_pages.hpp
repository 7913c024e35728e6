#pragma once

#include "kernel/guard/call.hpp"

namespace tickets
{

/// An internal note corrected by its author: the same rules as a message (message_pages.hpp).
http::Response edit_note(guard::Call& call);
http::Response update_note(guard::Call& call);

} // namespace tickets
