#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/letters/events.hpp"

/// What is told of contracts to who sent them, or to the administrators when he left. Within the
/// transaction that tells the fact.
namespace notifications
{

void on_contract_signed(tenancy::WorkspaceTransaction& tx, const letters::ContractSigned& fact);

} // namespace notifications
