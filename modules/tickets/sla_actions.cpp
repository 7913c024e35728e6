#include "modules/tickets/sla_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/tickets/sla_store.hpp"
#include "modules/tickets/ticket_jobs.hpp"
#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/ticket_topics.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

void watch(WorkspaceTransaction& tx, const Ticket& ticket, const SlaClock& clock,
           const OpeningHours& hours)
{
    const auto alarm = next_alarm(clock, hours);
    if (!alarm) return;
    jobs::enqueue(tx,
                  {.kind = sla_job,
                   .payload = payload_of(ticket),
                   .run_at = *alarm,
                   .dedupe = ticket.id.text() + ' ' + std::string{forms::enum_name(clock.kind)} +
                             ' ' + std::to_string(alarm->micros)});
}

void follow_one(WorkspaceTransaction& tx, const Ticket& ticket, SlaClock clock,
                const SlaPolicy& policy)
{
    const auto target = target_of(policy, ticket.priority, clock.kind);
    const auto before = next_alarm(clock, policy.hours);
    follow(clock, ticket, target, base::now(), policy.hours);
    SlaStore{tx}.save(clock);
    if (next_alarm(clock, policy.hours) != before) watch(tx, ticket, clock, policy.hours);
}

/// Returns whether there was something to tell.
bool look(WorkspaceTransaction& tx, const Ticket& ticket, SlaClock& clock,
          const OpeningHours& hours)
{
    const auto now = base::now();
    if (!clock.running_since || clock.is_breached) return false;
    const bool is_late = is_over(clock, now, hours);
    if (!is_late && (clock.is_warned || !is_near(clock, now, hours))) return false;
    clock.is_warned = true;
    clock.is_breached = is_late;
    mail_sla(tx, ticket, is_late ? SlaNews::breach : SlaNews::warning);
    return true;
}

} // namespace

void start_clocks(WorkspaceTransaction& tx, const Ticket& ticket)
{
    const auto policy = SlaStore{tx}.policy();
    for (const auto kind : {ClockKind::first_reply, ClockKind::resolution})
        follow_one(tx, ticket, {.ticket_id = ticket.id, .kind = kind}, policy);
}

void follow_clocks(WorkspaceTransaction& tx, const Ticket& ticket)
{
    SlaStore store{tx};
    const auto clocks = store.clocks(ticket.id);
    if (clocks.empty()) return;
    const auto policy = store.policy();
    for (const auto& clock : clocks)
        follow_one(tx, ticket, clock, policy);
}

void look_at_clocks(WorkspaceTransaction& tx, TicketId id)
{
    const auto ticket = TicketStore{tx}.find(id);
    if (!ticket) return;
    SlaStore store{tx};
    const auto hours = store.policy().hours;
    for (auto clock : store.clocks(id)) {
        const auto has_news = look(tx, *ticket, clock, hours);
        watch(tx, *ticket, clock, hours);
        if (!has_news) continue;
        store.save(clock);
        touch_team(tx, *ticket);
    }
}

void save_policy(WorkspaceTransaction& tx, const SlaPolicy& policy, std::int64_t seen_version)
{
    SlaStore store{tx};
    const auto before = row_of(store.policy());
    if (!store.save(policy, seen_version))
        throw base::Refusal{"tickets.refusal.sla_changed", {}, base::Refusal::Kind::Conflict};
    const auto after = row_of(policy);
    audit::append(tx, {.action = "tickets.sla_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"hours", before.hours, after.hours},
                                   {"days_off", before.days_off, after.days_off},
                                   {"targets", before.targets, after.targets}}});
}

} // namespace tickets
