#pragma once

#include "kernel/guard/call.hpp"
#include "modules/sale_documents/catalogue.hpp"

namespace sale_documents
{

/// What the price book sells today, at the prices of that client, typed in that way; nothing to who
/// may not read it.
std::vector<Offer> offers_today(guard::Call& call, TypedPrices prices, tenancy::ClientId client);
/// Whether this person may take lines from a price book.
bool has_catalogue(const guard::Call& call);

/// A fragment, for the script of the editor.
http::Response show_catalogue(guard::Call& call);

} // namespace sale_documents
