#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// Groups of clients: made, named, filled, taken away.
http::Response list_groups(guard::Call& call);
http::Response create_group(guard::Call& call);
http::Response show_group(guard::Call& call);
http::Response update_group(guard::Call& call);
http::Response delete_group(guard::Call& call);
http::Response create_group_client(guard::Call& call);
http::Response delete_group_client(guard::Call& call);

} // namespace pricebook
