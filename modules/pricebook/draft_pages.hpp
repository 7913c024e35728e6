#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// The draft: made, compared with what holds, activated or given up.
http::Response show_draft(guard::Call& call);
http::Response create_draft(guard::Call& call);
http::Response delete_draft(guard::Call& call);
http::Response update_category(guard::Call& call);
http::Response show_activation(guard::Call& call);
http::Response create_activation(guard::Call& call);

} // namespace pricebook
