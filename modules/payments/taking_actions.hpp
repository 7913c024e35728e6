#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/notice.hpp"
#include "modules/payments/taking.hpp"

namespace payments
{

/// Takes what a provider told: once each, in any order. What it says it took, gave back and lost is
/// written into the ledger of the invoice, more than was asked kept to the client's credit. What
/// concerns no checkout of this workspace changes nothing.
void take_notice(tenancy::WorkspaceTransaction& tx, std::string_view provider,
                 const Notice& notice);
/// The same of what it answered when it was asked.
void take_answer(tenancy::WorkspaceTransaction& tx, std::string_view provider, const Taken& taken);

} // namespace payments
