#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/checkout.hpp"

#include <string_view>
#include <vector>

namespace payments
{

class CheckoutStore
{
  public:
    explicit CheckoutStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Checkout& checkout);
    void update(const Checkout& checkout);
    std::optional<Checkout> find(CheckoutId id);
    /// By the provider's own name of it.
    std::optional<Checkout> find(std::string_view provider, std::string_view reference);
    /// By its name of what is debited.
    std::optional<Checkout> find_paying(std::string_view provider, std::string_view payment);
    /// The newest first, at most `shown_max`.
    std::vector<Checkout> of(invoices::InvoiceId invoice);
    static constexpr int shown_max = 10;

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace payments
