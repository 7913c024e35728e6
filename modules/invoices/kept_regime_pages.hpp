#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"
#include "modules/quotes/quotes.hpp"

#include <optional>

namespace invoices
{

/// What is invoiced of a quote keeps the taxes it was accepted with: says so where the business
/// asks others since. Nothing otherwise, or of no quote.
html::Html kept_regime_notice(guard::Call& call, std::optional<quotes::QuoteId> quote);

} // namespace invoices
