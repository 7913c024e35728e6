#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// Codes: made, changed, stopped, and who used them.
http::Response list_codes(guard::Call& call);
http::Response new_code(guard::Call& call);
http::Response create_code(guard::Call& call);
http::Response show_code(guard::Call& call);
http::Response update_code(guard::Call& call);
http::Response create_code_stop(guard::Call& call);
http::Response delete_code_stop(guard::Call& call);

} // namespace pricebook
