#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

namespace quotes
{

/// Draws the paper of a sent quote from what was frozen with it, keeps its exact bytes, and writes
/// the mail that takes it along. Once, however often it is asked.
void issue_paper(tenancy::Context& context, QuoteId quote);

} // namespace quotes
