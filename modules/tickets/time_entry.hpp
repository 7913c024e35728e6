#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <vector>

namespace tickets
{

using TimeEntryId = base::Id<struct TicketTimeTag>;

/// One entry, at most: a day.
inline constexpr std::int64_t entry_minutes_max = 1440;

/// Time a member of the team spent on a ticket. The client sees nothing of it.
struct TimeEntry {
    TimeEntryId id;
    TicketId ticket_id;
    tenancy::MembershipId author_id;
    base::Date worked_on; ///< in the zone of the workspace
    std::int64_t minutes = 0;
    bool is_billable = true;
    std::string note;
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TimeEntry, (),
                      (id, ticket_id, author_id, worked_on, minutes, is_billable, note, written_at,
                       edited_at, version))

/// A member works on a ticket since `started_at`; each runs one at a time.
struct Timer {
    tenancy::MembershipId member_id;
    TicketId ticket_id;
    base::Instant started_at;
};
BOOST_DESCRIBE_STRUCT(Timer, (), (member_id, ticket_id, started_at))

/// Whole minutes, a begun one counted; 1 to entry_minutes_max.
std::int64_t minutes_of(const Timer& timer, base::Instant now);

/// What was spent on one ticket.
struct TimeSum {
    std::int64_t minutes = 0;
    std::int64_t billable_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(TimeSum, (), (minutes, billable_minutes))

} // namespace tickets
