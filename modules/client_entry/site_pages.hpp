#pragma once

#include "kernel/guard/call.hpp"

namespace client_entry
{

http::Response show_sites(guard::Call& call);
http::Response update_sites(guard::Call& call);

} // namespace client_entry
