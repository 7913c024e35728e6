#pragma once

#include "modules/quotes/quote.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tenancy
{
struct Workspace;
}

/// The link to one quote that a mail carries: it opens that quote and nothing else, for who has no
/// account. What may be done there depends on the quote: it expires with it.
namespace quotes
{

/// 32 characters that stand in an address.
std::string link_token(const tenancy::Workspace& workspace, QuoteId quote);
/// Nothing for a token of another workspace, or one that was not made here.
std::optional<QuoteId> quote_of_link(const tenancy::Workspace& workspace, std::string_view token);

} // namespace quotes
