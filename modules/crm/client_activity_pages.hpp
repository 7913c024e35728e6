#pragma once

#include "kernel/guard/call.hpp"

/// After how many days a client is inactive, under /e/{workspace}/reglages/clients-inactifs.
namespace crm
{

http::Response show_inactivity(guard::Call& call);
http::Response update_inactivity(guard::Call& call);

} // namespace crm
