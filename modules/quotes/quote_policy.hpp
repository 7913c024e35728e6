#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

namespace quotes
{

/// A client's user sees the quotes of his client that were sent, unless he acts for a part of its
/// affairs only. Throws base::NotFound.
void require_own(tenancy::WorkspaceTransaction& tx, const Quote& quote);
/// Whether somebody of a client sees quotes at all.
bool may_see_quotes(tenancy::WorkspaceTransaction& tx);

/// The link to a quote is his who received it: nothing opens by it once he is erased
/// (base::NotFound).
void require_live_link(tenancy::WorkspaceTransaction& tx, const Quote& quote);

} // namespace quotes
