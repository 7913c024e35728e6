#include "kernel/base/refusal.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/merge_store.hpp"
#include "modules/tickets/ticket_policy.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

Ticket ticket_of(tenancy::WorkspaceTransaction& tx, const files::File& file)
{
    const auto ticket = TicketStore{tx}.find(TicketId{file.owner_id});
    if (!ticket || !tx.actor().may("tickets.view")) throw base::NotFound{};
    require_visible(tx, *ticket);
    return *ticket;
}

void require_participant(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                         const files::File& file)
{
    const auto& actor = tx.actor();
    if (file.uploaded_by == actor.membership) return;
    TicketStore store{tx};
    if (may_open_files(actor, ticket, store.shares(ticket.id))) return;
    const auto into = MergeStore{tx}.into(ticket.id);
    const auto kept = into ? store.find(*into) : std::nullopt;
    if (!kept || !may_open_files(actor, *kept, store.shares(kept->id)))
        throw base::Forbidden{"tickets.files"};
}

} // namespace

bool may_open_files(const tenancy::Actor& actor, const Ticket& ticket,
                    const std::vector<Share>& shares)
{
    if (actor.side == tenancy::Side::portal || actor.may("tickets.files")) return true;
    if (ticket.assignee_id == actor.membership) return true;
    return std::ranges::any_of(
        shares, [&](const Share& share) { return share.membership_id == actor.membership; });
}

void guard_ticket_file(tenancy::WorkspaceTransaction& tx, const files::File& file)
{
    require_participant(tx, ticket_of(tx, file), file);
}

void guard_note_file(tenancy::WorkspaceTransaction& tx, const files::File& file)
{
    if (tx.actor().side == tenancy::Side::portal) throw base::NotFound{};
    const auto ticket = ticket_of(tx, file);
    require(tx.actor(), "tickets.note");
    require_participant(tx, ticket, file);
}

} // namespace tickets
