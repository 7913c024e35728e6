#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/sendings/sending.hpp"

#include <optional>
#include <vector>

namespace sendings
{

/// Every statement on sendings.
class SendingStore
{
  public:
    explicit SendingStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Sending& sending);
    /// False when that invoice waits in a sending already.
    bool insert(const Item& item);
    std::optional<Sending> find(SendingId id);
    /// The sending in which an invoice waits.
    std::optional<SendingId> waiting_in(invoices::InvoiceId invoice);
    /// In order, at most sending_invoices_max.
    std::vector<Item> items(SendingId id);
    /// The first that waits.
    std::optional<Item> next(SendingId id);
    /// False when it does not wait any more.
    bool settle(const Item& item);
    bool is_active(tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace sendings
