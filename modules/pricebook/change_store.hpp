#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/change.hpp"

namespace pricebook
{

class ChangeStore
{
  public:
    explicit ChangeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Change& change);
    /// The newest first, before that one; zero = from the newest.
    std::vector<Change> page(ChangeId before, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
