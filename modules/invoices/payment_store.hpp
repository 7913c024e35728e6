#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/balance.hpp"
#include "modules/invoices/payment.hpp"

#include <string_view>
#include <vector>

namespace invoices
{

/// The ledger of payments, and what it comes to.
class PaymentStore
{
  public:
    explicit PaymentStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Payment& payment);
    /// Of a provider, which tells each once.
    std::optional<Payment> find(std::string_view provider, std::string_view reference);
    /// In the order they were recorded, at most payments_max.
    std::vector<Payment> of(InvoiceId invoice);

    /// Begins the balance of an invoice that was just issued.
    void open(InvoiceId invoice, base::Cents due);
    /// Sums the ledger and the issued credit notes again, and keeps what they come to.
    void sum(InvoiceId invoice);
    /// Zeros for one that was not issued. Held until the transaction ends, so that two payments at
    /// once are judged one after the other.
    Balance held(InvoiceId invoice);
    Balance balance(InvoiceId invoice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
