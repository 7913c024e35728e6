#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

/// The page of a client by which the team lets somebody in to the portal, and what it sends.
http::Response new_portal_access(guard::Call& call);
http::Response give_portal_access(guard::Call& call);

} // namespace crm
