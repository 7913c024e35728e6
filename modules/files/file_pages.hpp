#pragma once

#include "kernel/guard/call.hpp"

namespace files
{

http::Response show_file(guard::Call& call);
http::Response show_copy(guard::Call& call);
http::Response edit_description(guard::Call& call);
http::Response update_description(guard::Call& call);

} // namespace files
