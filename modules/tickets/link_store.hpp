#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/link.hpp"

#include <vector>

namespace tickets
{

class LinkStore
{
  public:
    explicit LinkStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// A pair that is linked already gets the new kind.
    void save(const Link& link);
    /// Whether there was one.
    bool remove(const Link& link);
    /// From both ends, oldest link first, at most links_max.
    std::vector<LinkedTicket> of_ticket(TicketId ticket);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
