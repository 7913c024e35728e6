#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

http::Response list_clients(guard::Call& call);
http::Response choose_client_layout(guard::Call& call);
http::Response new_client(guard::Call& call);
http::Response create_client(guard::Call& call);
http::Response show_client(guard::Call& call);
http::Response edit_client(guard::Call& call);
http::Response update_client(guard::Call& call);

} // namespace crm
