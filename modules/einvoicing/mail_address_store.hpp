#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>

namespace einvoicing
{

/// The address that suppliers write to, by its number.
class MailAddressStore
{
  public:
    explicit MailAddressStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<std::int64_t> number();
    /// The one there was is no longer.
    void save(std::int64_t number);
    void remove();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
