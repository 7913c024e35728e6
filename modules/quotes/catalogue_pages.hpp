#pragma once

#include "kernel/guard/call.hpp"
#include "modules/quotes/catalogue.hpp"

namespace quotes
{

/// What the price book sells today to who is asking, for prices typed in that way.
std::vector<Offer> offers_today(guard::Call& call, TypedPrices prices);
/// Whether this person may take lines from a price book.
bool has_catalogue(const guard::Call& call);

/// A fragment, for the script of the editor.
http::Response show_catalogue(guard::Call& call);

} // namespace quotes
