#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/payments/account.hpp"
#include "modules/payments/checkout.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace payments
{

/// What of an invoice can be paid online now; zero for one that asks nothing any more.
base::Cents payable(const invoices::Facts& facts);

/// A client's way to pay all that is due now: the one he was given before, as long as it asks that
/// amount, else a new one for the provider to be asked about. Refuses
/// "payments.refusal.nothing_due"; and "payments.refusal.pending" while a payment is on its way.
struct Begun {
    Checkout checkout;
    std::vector<Checkout> outdated; ///< still open, for another amount
    invoices::Facts facts;
};
Begun begin_checkout(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);
/// What the provider answered.
void note_opening(tenancy::WorkspaceTransaction& tx, CheckoutId checkout,
                  const std::variant<OpenedCheckout, Failure>& answer);
/// Nobody can pay it any more.
void note_closing(tenancy::WorkspaceTransaction& tx, CheckoutId checkout);

/// The last one of an invoice.
std::optional<Checkout> last_checkout(tenancy::WorkspaceTransaction& tx,
                                      invoices::InvoiceId invoice);
/// The account whose button clients see; nothing while there is none.
std::optional<Account> active_account(tenancy::WorkspaceTransaction& tx);

} // namespace payments
