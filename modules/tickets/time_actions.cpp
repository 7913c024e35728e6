#include "modules/tickets/time_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"

#include <array>

namespace tickets
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

Ticket workable(WorkspaceTransaction& tx, std::string_view number)
{
    require(tx.actor(), "tickets.time");
    const auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    return ticket;
}

base::Date today(const WorkspaceTransaction& tx)
{
    return base::date_in(base::now(), tx.workspace().time_zone);
}

/// What the journal keeps of an entry.
std::vector<std::string> words_of(const SpentTime& spent)
{
    return {spent.worked_on.text(), std::to_string(spent.minutes),
            spent.is_billable ? "true" : "false", spent.note};
}

SpentTime spent_in(const TimeEntry& entry)
{
    return {entry.worked_on, entry.minutes, entry.is_billable, entry.note};
}

std::vector<audit::Change> changes(const std::vector<std::string>& before,
                                   const std::vector<std::string>& after)
{
    constexpr std::array fields{"day", "minutes", "billable", "comment"};
    std::vector<audit::Change> changed;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (before.at(i) != after.at(i))
            changed.push_back({fields.at(i), before.at(i), after.at(i)});
    return changed;
}

void trace(WorkspaceTransaction& tx, std::string_view action, const Ticket& ticket,
           std::vector<audit::Change> changed)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = std::move(changed)});
    events::touch(tx, "ticket:" + ticket.id.text());
}

TimeEntry append(WorkspaceTransaction& tx, const Ticket& ticket, const SpentTime& spent)
{
    const TimeEntry entry{.id = tx.make_id<TimeEntryId>(),
                          .ticket_id = ticket.id,
                          .author_id = tx.actor().membership,
                          .worked_on = spent.worked_on,
                          .minutes = spent.minutes,
                          .is_billable = spent.is_billable,
                          .note = spent.note,
                          .written_at = base::now(),
                          .edited_at = {}};
    TimeStore{tx}.insert(entry);
    trace(tx, "tickets.time_added", ticket, changes({"", "", "", ""}, words_of(spent)));
    return entry;
}

TimeEntry correctable(WorkspaceTransaction& tx, const Ticket& ticket, TimeEntryId id)
{
    const auto entry = TimeStore{tx}.find(ticket.id, id);
    if (!entry) throw base::NotFound{};
    if (!is_correctable(tx.actor(), *entry)) throw base::Forbidden{"tickets.time_correct"};
    return *entry;
}

} // namespace

TimeEntry add_time(WorkspaceTransaction& tx, std::string_view number, const SpentTime& spent)
{
    const auto ticket = workable(tx, number);
    refuse_unless(spent.worked_on <= today(tx), "tickets.time.refusal.not_yet");
    return append(tx, ticket, spent);
}

void correct_time(WorkspaceTransaction& tx, std::string_view number, TimeEntryId id,
                  const SpentTime& spent, std::int64_t seen_version)
{
    const auto ticket = workable(tx, number);
    const auto before = correctable(tx, ticket, id);
    refuse_unless(spent.worked_on <= today(tx), "tickets.time.refusal.not_yet");

    auto after = before;
    after.worked_on = spent.worked_on;
    after.minutes = spent.minutes;
    after.is_billable = spent.is_billable;
    after.note = spent.note;
    after.edited_at = base::now();
    if (!TimeStore{tx}.update(after, seen_version))
        throw base::Refusal{
            "tickets.time.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    trace(tx, "tickets.time_corrected", ticket,
          changes(words_of(spent_in(before)), words_of(spent)));
}

void remove_time(WorkspaceTransaction& tx, std::string_view number, TimeEntryId id)
{
    const auto ticket = workable(tx, number);
    const auto before = correctable(tx, ticket, id);
    TimeStore{tx}.remove(id);
    trace(tx, "tickets.time_removed", ticket,
          changes(words_of(spent_in(before)), {"", "", "", ""}));
}

bool is_correctable(const tenancy::Actor& actor, const TimeEntry& entry)
{
    return entry.author_id == actor.membership || actor.may("tickets.time_correct");
}

void start_timer(WorkspaceTransaction& tx, std::string_view number)
{
    const auto ticket = workable(tx, number);
    TimeStore store{tx};
    const auto running = store.timer(tx.actor().membership);
    if (running && running->ticket_id == ticket.id) return;
    if (running) {
        const auto other = TicketStore{tx}.find(running->ticket_id);
        throw base::Refusal{"tickets.time.refusal.running",
                            {{"number", other ? other->number : std::string{}}},
                            base::Refusal::Kind::Conflict};
    }
    store.start(
        {.member_id = tx.actor().membership, .ticket_id = ticket.id, .started_at = base::now()});
    events::touch(tx, "ticket:" + ticket.id.text());
}

TimeEntry stop_timer(WorkspaceTransaction& tx, std::string_view number)
{
    require(tx.actor(), "tickets.time");
    const auto ticket = ticket_by_number(tx, number);
    TimeStore store{tx};
    const auto running = store.timer(tx.actor().membership);
    refuse_unless(running && running->ticket_id == ticket.id, "tickets.time.refusal.not_running");
    store.stop(tx.actor().membership);
    return append(tx, ticket,
                  {.worked_on = today(tx),
                   .minutes = minutes_of(*running, base::now()),
                   .is_billable = true,
                   .note = {}});
}

} // namespace tickets
