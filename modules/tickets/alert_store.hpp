#pragma once

#include "modules/tickets/tickets.hpp"

#include <vector>

namespace tickets
{

/// Urgent tickets nobody takes care of, and who was told of them.
class AlertStore
{
  public:
    explicit AlertStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Longest waiting first, at most urgent_max.
    std::vector<UrgentTicket> urgent_unassigned();
    /// Whether nobody was told before: true once, until forget().
    bool tell_once(TicketId ticket, base::Instant at);
    void forget(TicketId ticket);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
