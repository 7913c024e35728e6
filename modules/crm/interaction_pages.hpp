#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

http::Response list_interactions(guard::Call& call);
http::Response create_interaction(guard::Call& call);
http::Response delete_interaction(guard::Call& call);

} // namespace crm
