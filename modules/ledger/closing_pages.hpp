#pragma once

#include "kernel/guard/call.hpp"

namespace ledger
{

http::Response list_closings(guard::Call& call);
http::Response create_verification(guard::Call& call);
http::Response show_closing(guard::Call& call);
http::Response print_closing(guard::Call& call);
http::Response serve_archive(guard::Call& call);

} // namespace ledger
