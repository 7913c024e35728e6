#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// What clients and groups pay instead of what the price book says.
http::Response list_special_prices(guard::Call& call);
http::Response new_special_price(guard::Call& call);
http::Response create_special_price(guard::Call& call);
http::Response show_special_price(guard::Call& call);
http::Response update_special_price(guard::Call& call);
http::Response delete_special_price(guard::Call& call);

} // namespace pricebook
