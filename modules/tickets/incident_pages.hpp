#pragma once

#include "kernel/guard/call.hpp"

/// The team's page of an incident, under /e/{workspace}/tickets/{number}/incident.
namespace tickets
{

http::Response show_incident(guard::Call& call);
http::Response create_gathering(guard::Call& call);
http::Response delete_gathering(guard::Call& call);
http::Response create_broadcast(guard::Call& call);

} // namespace tickets
