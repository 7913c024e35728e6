#pragma once

#include "kernel/tenancy/context.hpp"

namespace pricebook
{

/// Whether clients read their prices in the portal.
enum class Showing { hidden, shown };

class ShowingStore
{
  public:
    explicit ShowingStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Hidden unless the business said otherwise.
    Showing find();
    void save(Showing showing);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
