#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

/// Who else signs in for the same client, in the portal.
http::Response list_colleagues(guard::Call& call);
http::Response create_colleague(guard::Call& call);
/// Nothing where clients do not see each other's people.
html::Html colleagues_panel(guard::Call& call);

} // namespace crm
