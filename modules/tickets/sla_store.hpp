#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/sla_policy.hpp"

#include <vector>

namespace tickets
{

/// The promises of a workspace and the clocks of its tickets.
class SlaStore
{
  public:
    explicit SlaStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Its own, or its preset's.
    SlaPolicy policy();
    /// False when the stored version is not `seen_version` any more; 0 = none was stored.
    bool save(const SlaPolicy& policy, std::int64_t seen_version);

    std::vector<SlaClock> clocks(TicketId ticket);
    /// Of these tickets, those not kept yet.
    std::vector<SlaClock> open_clocks(const std::vector<TicketId>& tickets);
    void save(const SlaClock& clock);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
