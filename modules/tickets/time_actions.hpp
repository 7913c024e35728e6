#pragma once

#include "modules/tickets/time_store.hpp"

#include <string_view>

/// Time of the team on tickets. Each function throws base::Forbidden without "tickets.time" and
/// base::NotFound; on a closed ticket it refuses "tickets.refusal.closed". The audit has what was
/// there before a correction.
namespace tickets
{

struct SpentTime {
    base::Date worked_on;
    std::int64_t minutes = 0; ///< 1 to entry_minutes_max
    bool is_billable = true;
    std::string note;
};

/// The actor's own. Refuses "tickets.time.refusal.not_yet" for a day to come.
TimeEntry add_time(tenancy::WorkspaceTransaction& tx, std::string_view number,
                   const SpentTime& spent);
/// By its author, or by whoever has "tickets.time_correct". Refuses
/// "tickets.time.refusal.changed_meanwhile" (409) and "tickets.time.refusal.not_yet".
void correct_time(tenancy::WorkspaceTransaction& tx, std::string_view number, TimeEntryId id,
                  const SpentTime& spent, std::int64_t seen_version);
void remove_time(tenancy::WorkspaceTransaction& tx, std::string_view number, TimeEntryId id);
/// Whether the actor may correct it.
bool is_correctable(const tenancy::Actor& actor, const TimeEntry& entry);

/// Refuses "tickets.time.refusal.running" while the actor's timer runs on another ticket, naming
/// it.
void start_timer(tenancy::WorkspaceTransaction& tx, std::string_view number);
/// Ends the actor's timer on that ticket, closed meanwhile or not, as a billable entry of today;
/// refuses "tickets.time.refusal.not_running".
TimeEntry stop_timer(tenancy::WorkspaceTransaction& tx, std::string_view number);

} // namespace tickets
