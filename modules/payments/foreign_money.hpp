#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/checkout.hpp"

namespace payments
{

/// Whether what came is of another currency than the invoice of that try.
bool is_foreign(tenancy::WorkspaceTransaction& tx, const Checkout& checkout, const Taken& taken);
/// Notes on that try what came in another currency, tells the team of it the first time, and says
/// where the try goes: nobody pays again while the business holds that money.
CheckoutState note_foreign(tenancy::WorkspaceTransaction& tx, Checkout& checkout,
                           const Taken& taken);
/// Somebody recorded a payment of that invoice by hand: what came in another currency was settled
/// by a person, and the client may pay what is left online again.
void on_payment_recorded(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact);

} // namespace payments
