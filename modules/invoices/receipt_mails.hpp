#pragma once

#include "modules/invoices/invoice.hpp"
#include "modules/invoices/payment.hpp"

namespace invoices
{

/// Tells the client that his payment came in, and what is left: in the transaction that records it,
/// so once, whatever is tried again. Nothing where the business switched receipts off, for money
/// that was given back or taken back by the bank, and for who has no address or is erased.
void mail_receipt(tenancy::WorkspaceTransaction& tx, const Invoice& invoice, const Payment& payment,
                  base::Cents left);

} // namespace invoices
