#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/ledger/closing.hpp"

namespace ledger
{

/// Closes every day, month and year that is over, in order, each in one short transaction. May run
/// twice at once: a period is closed once. Returns how many it closed.
int close_due(tenancy::Context& context);

} // namespace ledger
