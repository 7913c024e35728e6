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

/// A client's way to pay all that is due now by that provider: the one he was given before, as long
/// as it asks that amount, else a new one for the provider to be asked about. Refuses
/// "payments.refusal.nothing_due"; and "payments.refusal.pending" while a payment is on its way.
struct Begun {
    Checkout checkout;
    std::vector<Checkout> outdated; ///< still open, for another amount or with another provider
    invoices::Facts facts;
    std::string mandate{}; ///< the client signed before with that provider; empty = none
};
Begun begin_checkout(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice,
                     std::string_view provider);
/// What the provider answered.
void note_opening(tenancy::WorkspaceTransaction& tx, CheckoutId checkout,
                  const std::variant<OpenedCheckout, Failure>& answer);
/// Nobody can pay it any more.
void note_closing(tenancy::WorkspaceTransaction& tx, CheckoutId checkout);

/// The last one of an invoice.
std::optional<Checkout> last_checkout(tenancy::WorkspaceTransaction& tx,
                                      invoices::InvoiceId invoice);
/// The accounts whose buttons clients see, in the order they see them.
std::vector<Account> active_accounts(tenancy::WorkspaceTransaction& tx);

} // namespace payments
