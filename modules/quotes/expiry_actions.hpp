#pragma once

#include "kernel/tenancy/context.hpp"

namespace quotes
{

/// Leaves a look at what is past its last day, just after the next midnight of the workspace's
/// zone; at most one waits.
void plan_expiry(tenancy::WorkspaceTransaction& tx, base::Instant now);

} // namespace quotes
