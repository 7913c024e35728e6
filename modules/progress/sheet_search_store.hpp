#pragma once

#include "modules/progress/sheet_store.hpp"

namespace progress
{

class SheetSearchStore
{
  public:
    explicit SheetSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<SheetRow> hits(const std::vector<std::int64_t>& ids);
    /// Above `after`, in order.
    std::vector<std::int64_t> ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace progress
