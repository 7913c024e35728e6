#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/checkout.hpp"
#include "modules/payments/hint.hpp"
#include "modules/payments/notice.hpp"
#include "modules/payments/taking.hpp"

namespace payments
{

/// Takes what a provider told: once each, in any order. What it says it took, gave back and lost is
/// written into the ledger of the invoice, more than was asked kept to the client's credit. What
/// concerns no checkout of this workspace changes nothing.
void take_notice(tenancy::WorkspaceTransaction& tx, std::string_view provider,
                 const Notice& notice);
/// What a provider tells without saying what it comes to: it is asked, once for each.
void take_hint(tenancy::WorkspaceTransaction& tx, std::string_view provider, const Hint& hint);
/// What it answered when it was asked about a try of a client: the whole truth of it, which raises
/// figures and lowers them. `looks` as the try stood when it was asked. False: another answer came
/// between, and nothing was taken.
bool take_standing(tenancy::WorkspaceTransaction& tx, CheckoutId checkout, const Standing& standing,
                   std::int64_t looks);

} // namespace payments
