#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

/// « Mes informations » of the portal.
http::Response show_my_details(guard::Call& call);
http::Response edit_my_details(guard::Call& call);
http::Response update_my_details(guard::Call& call);
/// The link sent to a new address, followed by who asked.
http::Response show_address_link(guard::Call& call);
http::Response confirm_my_address(guard::Call& call);

} // namespace crm
