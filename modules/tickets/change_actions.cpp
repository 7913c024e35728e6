#include "modules/tickets/change_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/events.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/tickets/alert_store.hpp"
#include "modules/tickets/events.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/ticket_jobs.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/ticket_topics.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

std::string text_of(const std::optional<tenancy::MembershipId>& member)
{
    return member ? member->text() : std::string{};
}

std::string name_of(WorkspaceTransaction& tx, const std::optional<tenancy::MembershipId>& id)
{
    const auto member = id ? auth::member(tx, *id) : std::nullopt;
    return member ? member->name : tx.workspace().name;
}

void audit_change(WorkspaceTransaction& tx, std::string_view action, const Ticket& ticket,
                  audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {std::move(change)}});
}

} // namespace

void save_change(WorkspaceTransaction& tx, const Ticket& before, Ticket& after)
{
    TicketStore store{tx};
    if (!store.update(after, before.version))
        throw changed_meanwhile(tx, store.find(before.id).value());
    after.version = before.version + 1;
}

void record(WorkspaceTransaction& tx, const Ticket& ticket, const Happening& happening)
{
    TimelineEvent event{.id = tx.make_id<EventId>(),
                        .ticket_id = ticket.id,
                        .actor_id = {},
                        .kind = happening.kind,
                        .old_value = happening.old_value,
                        .new_value = happening.new_value,
                        .is_public = is_public(happening.kind),
                        .happened_at = base::now()};
    if (!tx.actor().is_system()) event.actor_id = tx.actor().membership;
    TicketStore{tx}.add_event(event);
    if (stays_in_team(happening.kind)) return touch_team(tx, ticket);
    touch_everybody(tx, ticket);
}

void record_opening(WorkspaceTransaction& tx, const Ticket& ticket)
{
    record(tx, ticket, {.kind = EventKind::opened, .new_value = ticket.state});
    audit::append(tx, {.action = "tickets.opened",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"number", "", ticket.number}, {"title", "", ticket.title}}});
    events::publish(tx, TicketOpened{ticket.id, ticket.client_id});
}

void record_move(WorkspaceTransaction& tx, const Ticket& before, const Ticket& after)
{
    record(tx, after,
           {.kind = EventKind::moved, .old_value = before.state, .new_value = after.state});
    audit_change(tx, "tickets.moved", after, {"state", before.state, after.state});
    events::publish(tx, TicketMoved{after.id, before.anchor, after.anchor});
    follow_clocks(tx, after);
}

void record_assignment(WorkspaceTransaction& tx, const Ticket& before, const Ticket& after)
{
    record(tx, after,
           {.kind = after.assignee_id ? EventKind::assigned : EventKind::released,
            .old_value = text_of(before.assignee_id),
            .new_value = text_of(after.assignee_id)});
    audit_change(tx, "tickets.assigned", after,
                 {"assignee", text_of(before.assignee_id), text_of(after.assignee_id)});
    events::publish(tx,
                    TicketAssigned{after.id, after.assignee_id.value_or(tenancy::MembershipId{})});
    if (after.assignee_id)
        AlertStore{tx}.forget(after.id);
    else if (after.priority == Priority::urgent)
        watch_urgent(tx, after, base::now());
}

void record_priority(WorkspaceTransaction& tx, const Ticket& before, const Ticket& after)
{
    const std::string old_value{forms::enum_name(before.priority)};
    const std::string new_value{forms::enum_name(after.priority)};
    record(tx, after,
           {.kind = EventKind::prioritised, .old_value = old_value, .new_value = new_value});
    audit_change(tx, "tickets.prioritised", after, {"priority", old_value, new_value});
    follow_clocks(tx, after);
}

base::Refusal changed_meanwhile(WorkspaceTransaction& tx, const Ticket& current)
{
    const auto events = TicketStore{tx}.events(current.id);
    const auto by = events.empty() ? std::nullopt : events.back().actor_id;
    const auto& state = state_of(workflow_of(tx.workspace()), current);
    const bool is_client = tx.actor().side == tenancy::Side::portal;
    return base::Refusal{
        "tickets.refusal.changed_meanwhile",
        {{"name", name_of(tx, by)}, {"state", is_client ? state.client_label : state.label}},
        base::Refusal::Kind::Conflict};
}

base::Refusal already_taken(WorkspaceTransaction& tx, tenancy::MembershipId holder)
{
    return base::Refusal{"tickets.refusal.already_taken",
                         {{"name", name_of(tx, holder)}},
                         base::Refusal::Kind::Conflict};
}

std::string take_number_text(WorkspaceTransaction& tx, base::Instant opened_at)
{
    const auto day = base::date_in(opened_at, tx.workspace().time_zone);
    const auto year = static_cast<int>(std::chrono::year_month_day{day.day}.year());
    return number_text(tenancy::own_preset(tx.workspace()).setting("tickets.number_format"), year,
                       TicketStore{tx}.take_number(year));
}

auth::MemberName require_active_staff(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto member = auth::member(tx, id);
    const bool can_receive = member && member->side == tenancy::Side::staff &&
                             member->status == auth::MembershipStatus::active;
    if (!can_receive) throw base::NotFound{};
    return *member;
}

void schedule_next(WorkspaceTransaction& tx, const Ticket& ticket)
{
    const auto* move = move_after_days(workflow_of(tx.workspace()), ticket);
    if (move == nullptr) return;
    const auto hour = presets::find(tx.workspace().preset).number("tickets.automatic_hour");
    jobs::enqueue(tx, {.kind = move_when_due_job,
                       .payload = payload_of(ticket),
                       .run_at = due_after_days(ticket.state_since,
                                                std::chrono::days{*move->automatic_after_days},
                                                static_cast<int>(hour), tx.workspace().time_zone),
                       .dedupe = {}});
}

void watch_urgent(WorkspaceTransaction& tx, const Ticket& ticket, base::Instant from)
{
    const std::chrono::minutes delay{
        tenancy::own_preset(tx.workspace()).number("tickets.urgent_unassigned_alert_minutes")};
    jobs::enqueue(tx,
                  {.kind = alert_unassigned_job,
                   .payload = payload_of(ticket),
                   .run_at = std::max(base::now(), from + delay),
                   .dedupe = ticket.id.text() + "/" + std::to_string(ticket.state_since.micros)});
}

} // namespace tickets
