#pragma once

#include "kernel/guard/call.hpp"

/// Types of clients under /e/{workspace}/reglages/types-de-clients.
namespace crm
{

http::Response list_types(guard::Call& call);
http::Response create_type(guard::Call& call);
http::Response show_type(guard::Call& call);
http::Response update_type(guard::Call& call);
http::Response delete_type(guard::Call& call);
http::Response restore_type(guard::Call& call);

} // namespace crm
