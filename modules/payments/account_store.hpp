#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/account.hpp"

namespace payments
{

class AccountStore
{
  public:
    explicit AccountStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// A default one when nothing was saved.
    Account find(std::string_view provider);
    void save(const Account& account);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace payments
