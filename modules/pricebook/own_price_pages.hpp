#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace pricebook
{

/// « Nos tarifs »: what a client pays today, for what he may buy.
http::Response show_own_prices(guard::Call& call);
/// The way there, on his home page, where prices are shown.
html::Html own_prices_panel(guard::Call& call);
/// The switch, on the page of the price book.
http::Response update_showing(guard::Call& call);

} // namespace pricebook
