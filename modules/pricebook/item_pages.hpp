#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// An item of the draft.
http::Response new_item(guard::Call& call);
http::Response create_item(guard::Call& call);
http::Response show_item(guard::Call& call);
http::Response update_item(guard::Call& call);
http::Response delete_item(guard::Call& call);

} // namespace pricebook
