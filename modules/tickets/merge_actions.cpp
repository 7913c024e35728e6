#include "modules/tickets/merge_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/link_actions.hpp"
#include "modules/tickets/merge_store.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

void check_seen(WorkspaceTransaction& tx, const Ticket& ticket, std::int64_t seen_version)
{
    if (ticket.version != seen_version) throw changed_meanwhile(tx, ticket);
}

/// Everything of one is one more of the other, whatever had ended in either.
void refuse_when_full(WorkspaceTransaction& tx, const Ticket& ending, const Ticket& kept)
{
    MergeStore store{tx};
    const auto all = store.merged_into(kept.id).size() + store.merged_into(ending.id).size() + 1;
    base::refuse_unless(all <= merges_max, "tickets.merge.refusal.full",
                        {{"most", std::to_string(merges_max)}});
}

/// In the order of ids, so that two merges of one pair never wait for each other.
void save_both(WorkspaceTransaction& tx, Ticket& ending, Ticket& kept)
{
    const auto old_ending = *TicketStore{tx}.find(ending.id);
    auto old_kept = kept;
    if (ending.id < kept.id) save_change(tx, old_ending, ending);
    save_change(tx, old_kept, kept);
    if (kept.id < ending.id) save_change(tx, old_ending, ending);
}

void record_merge(WorkspaceTransaction& tx, const Ticket& ending, const Ticket& kept)
{
    record(tx, ending, {.kind = EventKind::merged, .new_value = kept.number});
    record(tx, kept, {.kind = EventKind::absorbed, .new_value = ending.number});
    audit::append(tx, {.action = "tickets.merged",
                       .subject_kind = "ticket",
                       .subject = ending.id.value,
                       .changes = {{"into", "", kept.number}}});
    audit::append(tx, {.action = "tickets.absorbed",
                       .subject_kind = "ticket",
                       .subject = kept.id.value,
                       .changes = {{"merged", "", ending.number}}});
}

} // namespace

void merge_tickets(WorkspaceTransaction& tx, const MergeRequest& request)
{
    require(tx.actor(), "tickets.merge");
    auto ending = ticket_by_number(tx, request.ending);
    auto kept = ticket_by_number(tx, request.kept);
    refuse_when_merged(tx, ending);
    refuse_when_merged(tx, kept);
    const auto& workflow = workflow_of(tx.workspace());
    refuse_unless_mergeable(workflow, ending, kept);
    check_seen(tx, ending, request.ending_version);
    check_seen(tx, kept, request.kept_version);
    refuse_when_full(tx, ending, kept);

    const auto before = ending;
    const auto now = base::now();
    end_as_merged(ending, workflow, now);
    kept.last_activity_at = now;
    kept.last_public_at = now;
    save_both(tx, ending, kept);
    MergeStore{tx}.insert({.ticket_id = ending.id,
                           .into_id = kept.id,
                           .merged_by = tx.actor().membership,
                           .merged_at = now});
    if (ending.state != before.state) record_move(tx, before, ending);
    record_merge(tx, ending, kept);
    mail_merged(tx, ending, kept);
    mark_read(tx, ending);
    mark_read(tx, kept);
}

void refuse_when_merged(WorkspaceTransaction& tx, const Ticket& ticket)
{
    if (ticket.is_open) return;
    const auto kept = MergeStore{tx}.into(ticket.id);
    if (!kept) return;
    throw base::Refusal{"tickets.merge.refusal.already",
                        {{"number", ticket.number}, {"kept", TicketStore{tx}.find(*kept)->number}},
                        base::Refusal::Kind::Conflict};
}

Ticket split_message(WorkspaceTransaction& tx, std::string_view number, MessageId id,
                     const std::string& title)
{
    require(tx.actor(), "tickets.merge");
    const auto ticket = ticket_by_number(tx, number);
    const auto message = MessageStore{tx}.find(ticket.id, id);
    if (!message) throw base::NotFound{};
    const auto made = open_ticket(tx, {.title = title,
                                       .description = message->body,
                                       .priority = ticket.priority,
                                       .project = ticket.project_id,
                                       .client = ticket.client_id,
                                       .origin = ticket.origin});
    link_tickets(tx, made.number, LinkKind::follows, number);
    record(tx, ticket, {.kind = EventKind::split, .new_value = made.number});
    audit::append(tx, {.action = "tickets.split",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"ticket", "", made.number}}});
    return made;
}

} // namespace tickets
