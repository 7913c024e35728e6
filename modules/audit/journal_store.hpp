#pragma once

#include "modules/audit/journal.hpp"

namespace audit
{

class JournalStore
{
  public:
    explicit JournalStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Newest first, from the cursor on.
    std::vector<Line> lines(const Filter& filter, const Cursor& after, std::int64_t limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace audit
