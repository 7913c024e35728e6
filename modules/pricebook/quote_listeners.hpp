#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/events.hpp"

namespace pricebook
{

/// The use of its code comes back: another may have it.
void on_quote_cancelled(tenancy::WorkspaceTransaction& tx, const quotes::QuoteCancelled& fact);

} // namespace pricebook
