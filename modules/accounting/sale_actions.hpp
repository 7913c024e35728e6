#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/sale.hpp"

namespace accounting
{

/// Books an issued invoice or credit note, once; what a credit note takes back before it.
Sale book_sale(tenancy::WorkspaceTransaction& tx, const invoices::Facts& facts);
/// Books money that came or went back, once, and the taxes it makes due.
void book_payment(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& paid);

} // namespace accounting
