#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/merge.hpp"

#include <optional>
#include <vector>

namespace tickets
{

class MergeStore
{
  public:
    explicit MergeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// What had ended in `merge.ticket_id` ends in `merge.into_id` from now on.
    void insert(const Merge& merge);
    /// Where the ticket ended, if it did.
    std::optional<TicketId> into(TicketId ticket);
    /// Those that ended in it, oldest first, at most merges_max.
    std::vector<TicketId> merged_into(TicketId kept);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
