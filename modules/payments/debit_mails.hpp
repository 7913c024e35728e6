#pragma once

#include "modules/invoices/invoices.hpp"
#include "modules/payments/checkout.hpp"

namespace payments
{

/// Tells the client how much his bank is asked and when, as SEPA wants before a debit. Nothing to
/// who has no address.
void mail_debit(tenancy::WorkspaceTransaction& tx, const invoices::Facts& invoice,
                const Checkout& checkout);

} // namespace payments
