#include "modules/tickets/incident_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/incident_store.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_topics.hpp"

namespace tickets
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

struct Pair {
    Ticket child;
    Ticket incident;
};

Pair pair_of(WorkspaceTransaction& tx, std::string_view child, std::string_view incident)
{
    require(tx.actor(), "tickets.merge");
    return {.child = ticket_by_number(tx, child), .incident = ticket_by_number(tx, incident)};
}

void record_pair(WorkspaceTransaction& tx, EventKind what, const Pair& pair)
{
    record(tx, pair.child, {.kind = what, .new_value = pair.incident.number});
    touch_team(tx, pair.incident);
    const bool is_new = what == EventKind::gathered;
    audit::append(tx, {.action = is_new ? "tickets.gathered" : "tickets.parted",
                       .subject_kind = "ticket",
                       .subject = pair.child.id.value,
                       .changes = {{"incident", is_new ? "" : pair.incident.number,
                                    is_new ? pair.incident.number : ""}}});
}

} // namespace

void gather(WorkspaceTransaction& tx, std::string_view child, std::string_view incident)
{
    const auto pair = pair_of(tx, child, incident);
    IncidentStore store{tx};
    refuse_unless(pair.child.id != pair.incident.id, "tickets.incident.refusal.itself");
    refuse_unless(store.count(pair.child.id) == 0, "tickets.incident.refusal.is_incident",
                  {{"number", pair.child.number}});
    const auto above = store.incident_of(pair.incident.id);
    refuse_unless(!above, "tickets.incident.refusal.is_under",
                  {{"number", pair.incident.number}, {"incident", above ? above->number : ""}});
    const auto present = store.incident_of(pair.child.id);
    if (present && present->id == pair.incident.id) return;
    refuse_unless(store.count(pair.incident.id) < children_max, "tickets.incident.refusal.full",
                  {{"most", std::to_string(children_max)}});
    store.save({.ticket_id = pair.child.id,
                .incident_id = pair.incident.id,
                .gathered_by = tx.actor().membership,
                .gathered_at = base::now()});
    record_pair(tx, EventKind::gathered, pair);
}

void part(WorkspaceTransaction& tx, std::string_view child, std::string_view incident)
{
    const auto pair = pair_of(tx, child, incident);
    if (IncidentStore{tx}.remove({.ticket_id = pair.child.id, .incident_id = pair.incident.id}))
        record_pair(tx, EventKind::parted, pair);
}

void send_to_all(WorkspaceTransaction& tx, std::string_view incident, BroadcastKind kind,
                 const std::string& body)
{
    require(tx.actor(), "tickets.merge");
    require(tx.actor(), kind == BroadcastKind::resolve ? "tickets.move" : "tickets.reply");
    const auto ticket = ticket_by_number(tx, incident);
    IncidentStore store{tx};
    const auto count = store.count(ticket.id);
    refuse_unless(count > 0, "tickets.incident.refusal.nobody");
    const Broadcast broadcast{.id = tx.make_id<BroadcastId>(),
                              .incident_id = ticket.id,
                              .author_id = tx.actor().membership,
                              .kind = kind,
                              .body = body,
                              .sent_at = base::now()};
    store.insert(broadcast);
    jobs::enqueue(tx, {.kind = broadcast_job, .payload = broadcast.id.text(), .dedupe = {}});
    audit::append(tx, {.action = "tickets.broadcast",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"tickets", "", std::to_string(count)}}});
    touch_team(tx, ticket);
}

} // namespace tickets
