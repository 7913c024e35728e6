#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/buyer.hpp"
#include "modules/invoices/terms.hpp"

#include <optional>

namespace invoices
{

/// What a business puts under its invoices, and how the norm names its clients.
class TermsStore
{
  public:
    explicit TermsStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<Terms> find();
    void save(const Terms& terms);

    /// As his record and what was typed beside it say; without an address to write to.
    Buyer buyer(tenancy::ClientId client);
    void save_buyer(tenancy::ClientId client, const std::string& siren,
                    const std::string& vat_number);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
