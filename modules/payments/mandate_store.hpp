#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/crm.hpp"
#include "modules/payments/mandate.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace payments
{

/// They follow a client when two records of his are made one.
crm::ClientRows mandate_rows();

class MandateStore
{
  public:
    explicit MandateStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Once: what ended stays so.
    void add(const Mandate& mandate);
    void end(std::string_view provider, std::string_view reference);
    void end_all_of(tenancy::ClientId client);
    /// The last one that may be used.
    std::optional<Mandate> active(tenancy::ClientId client, std::string_view provider);
    /// Clients with one that may be used, from the one after, at most `limit`.
    std::vector<tenancy::ClientId> clients(tenancy::ClientId after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace payments
