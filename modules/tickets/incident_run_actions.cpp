#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/incident_actions.hpp"
#include "modules/tickets/incident_store.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"

#include <stdexcept>

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

/// Who wrote it, with the rights of today.
tenancy::Context context_of(const tenancy::Context& context, tenancy::MembershipId author)
{
    const auto member =
        context.read([&](WorkspaceTransaction& tx) { return auth::member(tx, author); });
    if (!member) throw std::runtime_error("a broadcast without author: " + author.text());
    const tenancy::Platform platform{context.database()};
    auto rights = platform.read([&](tenancy::PlatformTransaction& tx) {
        return auth::rights_of(tx, context.workspace(), member->role);
    });
    return {context.database(), context.workspace(),
            tenancy::Actor{.membership = author,
                           .side = tenancy::Side::staff,
                           .name = member->name,
                           .role = member->role,
                           .rights = std::move(rights)}};
}

/// Nobody had it: whoever resolves it takes it, without a mail of its own.
void take_quietly(WorkspaceTransaction& tx, Ticket& ticket)
{
    const auto& workflow = workflow_of(tx.workspace());
    for (const auto* move : possible_moves(workflow, ticket, tenancy::Side::staff)) {
        if (!move->demands("assignee")) continue;
        const auto before = ticket;
        apply(ticket, workflow, *move, {.move = move->code, .assignee = tx.actor().membership},
              base::now());
        save_change(tx, before, ticket);
        record_assignment(tx, before, ticket);
        record_move(tx, before, ticket);
        return;
    }
}

void resolve(WorkspaceTransaction& tx, Ticket ticket, const std::string& body)
{
    const auto& workflow = workflow_of(tx.workspace());
    refuse_when_read_only(workflow, ticket);
    if (!ticket.is_open) return;
    if (resolving_move(workflow, ticket) == nullptr) take_quietly(tx, ticket);
    const auto* move = resolving_move(workflow, ticket);
    base::refuse_unless(move != nullptr, "tickets.incident.refusal.no_move");
    move_ticket(tx, ticket.number, {.move = move->code, .text = body}, ticket.version);
}

void reach(WorkspaceTransaction& tx, const Broadcast& broadcast, TicketId id)
{
    if (!IncidentStore{tx}.settle(broadcast.id, id, Outcome::done, {})) return;
    const auto ticket = TicketStore{tx}.find(id).value();
    if (broadcast.kind == BroadcastKind::resolve)
        resolve(tx, ticket, broadcast.body);
    else
        write_message(tx, ticket.number, broadcast.body);
    events::touch(tx, "ticket:" + broadcast.incident_id.text());
}

/// What it throws is the reason, except a fault: the job tries again.
void deliver(tenancy::Context& author, const Broadcast& broadcast, TicketId ticket)
{
    std::string reason;
    try {
        author.write([&](WorkspaceTransaction& tx) { reach(tx, broadcast, ticket); });
        return;
    } catch (const base::Refusal& refusal) {
        reason = refusal.code;
    } catch (const base::Forbidden&) {
        reason = "tickets.incident.refusal.no_right";
    }
    author.write([&](WorkspaceTransaction& tx) {
        IncidentStore{tx}.settle(broadcast.id, ticket, Outcome::refused, reason);
        events::touch(tx, "ticket:" + broadcast.incident_id.text());
    });
}

} // namespace

void run_broadcast(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = BroadcastId::parse(job.payload);
    if (!id) throw std::runtime_error("not a broadcast: job " + job.id.text());
    const auto broadcast =
        context.read([&](WorkspaceTransaction& tx) { return IncidentStore{tx}.find(*id); });
    if (!broadcast) return;
    auto author = context_of(context, broadcast->author_id);
    for (int i = 0; i <= children_max; ++i) {
        const auto next = context.read(
            [&](WorkspaceTransaction& tx) { return IncidentStore{tx}.next_waiting(*id); });
        if (!next) return;
        deliver(author, *broadcast, *next);
    }
}

} // namespace tickets
