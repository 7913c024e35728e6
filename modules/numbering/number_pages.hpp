#pragma once

#include "kernel/guard/call.hpp"

namespace numbering
{

http::Response show_numbering(guard::Call& call);
http::Response update_format(guard::Call& call);

} // namespace numbering
