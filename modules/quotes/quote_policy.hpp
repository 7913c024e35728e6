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

} // namespace quotes
