#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/events.hpp"
#include "modules/invoices/events.hpp"
#include "modules/payments/events.hpp"
#include "modules/signed_invoices/events.hpp"

/// What is told of invoices to the administrators, or to who issued them. Runs within the
/// transaction that tells the fact.
namespace notifications
{

void on_issued_invoice_turned_down(tenancy::WorkspaceTransaction& tx,
                                   const einvoicing::IssuedInvoiceTurnedDown& fact);
void on_payment_set_back(tenancy::WorkspaceTransaction& tx, const payments::PaymentSetBack& fact);

/// To who issued it, or to the administrators when he left.
void on_invoice_signed(tenancy::WorkspaceTransaction& tx,
                       const signed_invoices::InvoiceSigned& fact);

void on_payment_recorded(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact);

} // namespace notifications
