#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/bulk.hpp"

namespace tickets
{

/// Each ticket in a transaction of its own, as if it were asked alone: what one refuses stops
/// nothing of the others. At most bulk_max; those named twice count once.
BulkResult change_all(tenancy::Context& context, std::vector<std::string> numbers,
                      const BulkRequest& request);

} // namespace tickets
