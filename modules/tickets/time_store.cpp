#include "modules/tickets/time_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<TimeEntry> time_table{"tickets_time"};
constexpr int entries_max = 100;
constexpr int billable_max = 1'000;

constexpr db::Query update_time{"tickets.update_time", R"sql(
    UPDATE tickets_time
       SET worked_on = :worked_on, minutes = :minutes, is_billable = :is_billable, note = :note,
           edited_at = :edited_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_time{"tickets.delete_time", R"sql(
    DELETE FROM tickets_time WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_time{"tickets.find_time", R"sql(
    SELECT id, ticket_id, author_id, worked_on, minutes, is_billable, note, written_at, edited_at,
           version
      FROM tickets_time
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND id = :id
)sql"};

constexpr db::Query list_time{"tickets.time_of_ticket", R"sql(
    SELECT id, ticket_id, author_id, worked_on, minutes, is_billable, note, written_at, edited_at,
           version
      FROM tickets_time
     WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY worked_on DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query sum_time{"tickets.time_sum", R"sql(
    SELECT CAST(COALESCE(SUM(minutes), 0) AS BIGINT) AS minutes,
           CAST(COALESCE(SUM(CASE WHEN is_billable THEN minutes ELSE 0 END), 0) AS BIGINT)
               AS billable_minutes
      FROM tickets_time
     WHERE workspace_id = :workspace AND ticket_id = :ticket
)sql"};

constexpr db::Query list_billable{"tickets.billable_time", R"sql(
    SELECT t.number, e.author_id, e.worked_on, e.minutes, e.note
      FROM tickets_time e
      JOIN tickets_ticket t ON t.workspace_id = e.workspace_id AND t.id = e.ticket_id
     WHERE e.workspace_id = :workspace AND t.client_id = :client AND e.is_billable = TRUE
       AND e.worked_on >= :first_day AND e.worked_on <= :last_day
     ORDER BY e.worked_on, e.id
     LIMIT :limit
)sql"};

constexpr db::Query insert_timer{"tickets.start_timer", R"sql(
    INSERT INTO tickets_timer (workspace_id, member_id, ticket_id, started_at)
    VALUES (:workspace, :member_id, :ticket_id, :started_at)
    ON CONFLICT (workspace_id, member_id) DO NOTHING
)sql"};

constexpr db::Query delete_timer{"tickets.delete_timer", R"sql(
    DELETE FROM tickets_timer WHERE workspace_id = :workspace AND member_id = :member
)sql"};

constexpr db::Query find_timer{"tickets.find_timer", R"sql(
    SELECT member_id, ticket_id, started_at FROM tickets_timer
     WHERE workspace_id = :workspace AND member_id = :member
)sql"};

} // namespace

void TimeStore::insert(const TimeEntry& entry)
{
    tx_.insert(time_table, entry);
}

bool TimeStore::update(const TimeEntry& entry, std::int64_t seen_version)
{
    return tx_.execute(update_time, {{"id", entry.id},
                                     {"worked_on", entry.worked_on},
                                     {"minutes", entry.minutes},
                                     {"is_billable", entry.is_billable},
                                     {"note", entry.note},
                                     {"edited_at", entry.edited_at},
                                     {"seen_version", seen_version}}) == 1;
}

void TimeStore::remove(TimeEntryId id)
{
    tx_.execute(delete_time, {{"id", id}});
}

std::optional<TimeEntry> TimeStore::find(TicketId ticket, TimeEntryId id)
{
    return tx_.find<TimeEntry>(find_time, {{"ticket", ticket}, {"id", id}});
}

std::vector<TimeEntry> TimeStore::of_ticket(TicketId ticket)
{
    return tx_.rows<TimeEntry>(list_time, {{"ticket", ticket}, {"limit", entries_max}});
}

TimeSum TimeStore::sum(TicketId ticket)
{
    return tx_.find<TimeSum>(sum_time, {{"ticket", ticket}}).value_or(TimeSum{});
}

std::vector<BillableTime> TimeStore::billable(tenancy::ClientId client, base::Date from,
                                              base::Date to)
{
    return tx_.rows<BillableTime>(
        list_billable,
        {{"client", client}, {"first_day", from}, {"last_day", to}, {"limit", billable_max}});
}

void TimeStore::start(const Timer& timer)
{
    tx_.execute(insert_timer, {{"member_id", timer.member_id},
                               {"ticket_id", timer.ticket_id},
                               {"started_at", timer.started_at}});
}

void TimeStore::stop(tenancy::MembershipId member)
{
    tx_.execute(delete_timer, {{"member", member}});
}

std::optional<Timer> TimeStore::timer(tenancy::MembershipId member)
{
    return tx_.find<Timer>(find_timer, {{"member", member}});
}

std::vector<BillableTime> billable_time(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                                        base::Date from, base::Date to)
{
    return TimeStore{tx}.billable(client, from, to);
}

} // namespace tickets
