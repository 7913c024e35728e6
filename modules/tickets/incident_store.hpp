#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/incident.hpp"

#include <optional>
#include <vector>

namespace tickets
{

class IncidentStore
{
  public:
    explicit IncidentStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Under another incident already: moves to this one.
    void save(const IncidentChild& child);
    /// Whether it was under that one.
    bool remove(const IncidentChild& child);
    std::optional<GatheredTicket> incident_of(TicketId ticket);
    std::int64_t count(TicketId incident);
    /// In the order of their numbers.
    std::vector<GatheredTicket> children(TicketId incident, int limit);

    /// With one waiting line for the incident and for each ticket under it.
    void insert(const Broadcast& broadcast);
    std::optional<Broadcast> find(BroadcastId id);
    /// Newest first.
    std::vector<Broadcast> broadcasts(TicketId incident);
    Progress progress(BroadcastId id);
    std::vector<RefusedDelivery> refused(BroadcastId id);

    std::optional<TicketId> next_waiting(BroadcastId id);
    /// Takes the line out of « waiting »; false when another did.
    bool settle(BroadcastId id, TicketId ticket, Outcome outcome, const std::string& reason);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
