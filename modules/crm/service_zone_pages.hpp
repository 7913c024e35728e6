#pragma once

#include "kernel/guard/call.hpp"

/// Where the business goes to its clients, under /e/{workspace}/reglages/zone.
namespace crm
{

http::Response show_service_zone(guard::Call& call);
http::Response update_service_zone(guard::Call& call);

} // namespace crm
