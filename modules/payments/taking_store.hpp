#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/notice.hpp"
#include "modules/payments/taking.hpp"

#include <vector>

namespace payments
{

/// What providers took, what banks withdrew of it, and what was told of that.
class TakingStore
{
  public:
    explicit TakingStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<Taking> find(TakingId id);
    std::optional<Taking> find(std::string_view provider, std::string_view reference);
    /// Of the tries of an invoice, in the order they were taken.
    std::vector<Taking> of(invoices::InvoiceId invoice);
    /// Raises what is known of that payment to what `news` says, whichever came first, and holds it
    /// until the transaction ends.
    Taking raise(std::string_view provider, const Taken& news, std::optional<CheckoutId> checkout);
    /// Sets it to what `news` says, which may be less than what was known.
    Taking set(std::string_view provider, const Taken& news, CheckoutId checkout);
    void note_recorded(const Taking& taking);

    void raise(std::string_view provider, const DisputeNews& news);
    /// What banks withdrew of a payment and did not bring back.
    base::Cents withdrawn(std::string_view provider, std::string_view payment);

    /// False: it was told before.
    bool insert(std::string_view provider, const Notice& notice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace payments
