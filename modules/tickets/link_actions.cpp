#include "modules/tickets/link_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/tickets/category_actions.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/checklist_actions.hpp"
#include "modules/tickets/link_store.hpp"
#include "modules/tickets/ticket_policy.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

bool is_linked_as(const std::vector<LinkedTicket>& linked, LinkKind kind, TicketId other)
{
    return std::ranges::any_of(
        linked, [&](const auto& one) { return one.id == other && one.kind == kind; });
}

void refuse_when_full(const std::vector<LinkedTicket>& linked, TicketId other)
{
    const bool is_linked = std::ranges::find(linked, other, &LinkedTicket::id) != linked.end();
    base::refuse_unless(is_linked || linked.size() < links_max, "tickets.link.refusal.full",
                        {{"most", std::to_string(links_max)}});
}

void record_both(WorkspaceTransaction& tx, EventKind what, const Ticket& ticket,
                 const Ticket& other)
{
    record(tx, ticket, {.kind = what, .new_value = other.number});
    record(tx, other, {.kind = what, .new_value = ticket.number});
    const bool is_new = what == EventKind::linked;
    audit::append(tx,
                  {.action = is_new ? "tickets.linked" : "tickets.unlinked",
                   .subject_kind = "ticket",
                   .subject = ticket.id.value,
                   .changes = {{"link", is_new ? "" : other.number, is_new ? other.number : ""}}});
}

} // namespace

void link_tickets(WorkspaceTransaction& tx, std::string_view number, LinkKind kind,
                  std::string_view other_number)
{
    require(tx.actor(), "tickets.link");
    const auto ticket = ticket_by_number(tx, number);
    const auto other = ticket_by_number(tx, other_number);
    auto link = link_between(ticket.id, kind, other.id);
    link.linked_by = tx.actor().membership;
    link.linked_at = base::now();

    LinkStore store{tx};
    const auto linked = store.of_ticket(ticket.id);
    if (is_linked_as(linked, kind, other.id)) return;
    refuse_when_full(linked, other.id);
    refuse_when_full(store.of_ticket(other.id), ticket.id);
    store.save(link);
    record_both(tx, EventKind::linked, ticket, other);
}

void unlink_tickets(WorkspaceTransaction& tx, std::string_view number,
                    std::string_view other_number)
{
    require(tx.actor(), "tickets.link");
    const auto ticket = ticket_by_number(tx, number);
    const auto other = ticket_by_number(tx, other_number);
    const auto link = link_between(ticket.id, LinkKind::relates, other.id);
    if (LinkStore{tx}.remove(link)) record_both(tx, EventKind::unlinked, ticket, other);
}

Ticket copy_ticket(WorkspaceTransaction& tx, std::string_view number)
{
    const auto ticket = ticket_by_number(tx, number);
    const auto copy = open_ticket(tx, {.title = ticket.title,
                                       .description = ticket.description,
                                       .priority = ticket.priority,
                                       .project = ticket.project_id,
                                       .client = ticket.client_id,
                                       .origin = ticket.origin});
    copy_checklists(tx, ticket, copy);
    copy_filings(tx, ticket, copy);
    link_tickets(tx, copy.number, LinkKind::relates, number);
    return copy;
}

} // namespace tickets
