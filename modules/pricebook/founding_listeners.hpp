#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/identity/events.hpp"

namespace pricebook
{

/// A business that sells what its preset lists has it from its first minute on.
void on_business_founded(tenancy::WorkspaceTransaction& tx, const identity::BusinessFounded& fact);

} // namespace pricebook
