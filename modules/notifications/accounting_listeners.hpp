#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/events.hpp"

/// What is told of the copy of the books outside to the administrators. Runs within the transaction
/// that tells the fact.
namespace notifications
{

void on_safe_failed(tenancy::WorkspaceTransaction& tx, const accounting::SafeFailed& fact);
void on_safe_recovered(tenancy::WorkspaceTransaction& tx, const accounting::SafeRecovered& fact);

} // namespace notifications
