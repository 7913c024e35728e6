#pragma once

#include "modules/invoices/invoice.hpp"

#include <optional>
#include <string>

namespace invoices
{

/// The link by which an issued invoice is paid without an account: that of its mail.
struct PaymentLink {
    InvoiceId invoice;
    InvoiceKind kind = InvoiceKind::invoice;
    std::string url;         ///< absolute; empty while it waits
    std::string waits_for{}; ///< of a balance: the number of a deposit that is not paid yet
    base::Cents left;        ///< still due, above zero
};
/// Nothing for one of which nothing is due, or whose reader was erased. A deposit that a credit
/// note took back, or that was never invoiced, is waited for no more.
std::optional<PaymentLink> payment_link(tenancy::WorkspaceTransaction& tx, const Invoice& invoice);

/// Writes to that address with the link, and notes it in the journal. Refuses
/// "invoices.refusal.nothing_to_pay", and "invoices.refusal.deposit_first" {number} while it waits.
void send_payment_link(tenancy::WorkspaceTransaction& tx, InvoiceId invoice,
                       const std::string& email);

} // namespace invoices
