#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/events.hpp"

/// What is told of books that leave to the administrators. Runs within the transaction
/// that tells the fact.
namespace notifications
{

void on_safe_failed(tenancy::WorkspaceTransaction& tx, const accounting::SafeFailed& fact);
void on_safe_recovered(tenancy::WorkspaceTransaction& tx, const accounting::SafeRecovered& fact);
void on_outside_failed(tenancy::WorkspaceTransaction& tx, const accounting::OutsideFailed& fact);
void on_outside_recovered(tenancy::WorkspaceTransaction& tx,
                          const accounting::OutsideRecovered& fact);

} // namespace notifications
