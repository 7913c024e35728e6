#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/tickets.hpp"
#include "modules/tickets/time_entry.hpp"

#include <optional>
#include <vector>

namespace tickets
{

/// The only statements on tickets_time and tickets_timer. No file of the client's side includes it.
class TimeStore
{
  public:
    explicit TimeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const TimeEntry& entry);
    /// False when the stored version is not `seen_version` any more.
    bool update(const TimeEntry& entry, std::int64_t seen_version);
    void remove(TimeEntryId id);
    /// Of that ticket; nothing for one of another.
    std::optional<TimeEntry> find(TicketId ticket, TimeEntryId id);
    /// Newest day first, at most the last 100.
    std::vector<TimeEntry> of_ticket(TicketId ticket);
    TimeSum sum(TicketId ticket);
    /// Of every ticket of the client, from one day to another, both included; at most 1 000.
    std::vector<BillableTime> billable(tenancy::ClientId client, base::Date from, base::Date to);

    /// One that runs already stays as it is.
    void start(const Timer& timer);
    void stop(tenancy::MembershipId member);
    std::optional<Timer> timer(tenancy::MembershipId member);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
