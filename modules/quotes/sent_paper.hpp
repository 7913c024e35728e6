#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/issue.hpp"
#include "modules/quotes/quote_paper.hpp"

#include <string>

namespace quotes
{

/// The paper of a quote as it was sent: parties and figures are those that were frozen. Throws
/// base::NotFound for one that was not.
QuotePaper sent_paper(tenancy::WorkspaceTransaction& tx, QuoteId quote);
/// Under the letterhead of the business: the same bytes for the same paper, until its logo or its
/// colour changes.
std::string drawn(tenancy::Context& context, QuotePaper paper);

} // namespace quotes
