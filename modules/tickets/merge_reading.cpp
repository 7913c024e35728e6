#include "modules/tickets/merge_reading.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/merge_store.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/tickets.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

bool may_see(WorkspaceTransaction& tx, const Ticket& ticket)
{
    try {
        require_visible(tx, ticket);
    } catch (const base::NotFound&) {
        return false;
    }
    return true;
}

Message opening_of(const Ticket& ticket)
{
    return {.id = MessageId{ticket.id.value},
            .ticket_id = ticket.id,
            .author_id = ticket.requester_id.value_or(ticket.opened_by),
            .author_side = ticket.requester_id ? tenancy::Side::portal : tenancy::Side::staff,
            .body = ticket.description,
            .written_at = ticket.opened_at,
            .edited_at = {}};
}

void take_in(WorkspaceTransaction& tx, Thread& thread, const Ticket& ended)
{
    thread.messages.push_back(opening_of(ended));
    for (auto& message : MessageStore{tx}.of_ticket(ended.id))
        thread.messages.push_back(std::move(message));
    for (auto& file : files::files_of(tx, ticket_files, ended.id.value)) {
        if (file.part_id == 0) file.part_id = ended.id.value;
        thread.files.push_back(std::move(file));
    }
    thread.absorbed.push_back(ended);
}

} // namespace

Thread thread_of_ticket(WorkspaceTransaction& tx, const Ticket& ticket)
{
    Thread thread{.messages = MessageStore{tx}.of_ticket(ticket.id),
                  .files = files::files_of(tx, ticket_files, ticket.id.value),
                  .absorbed = {}};
    TicketStore store{tx};
    for (const auto id : MergeStore{tx}.merged_into(ticket.id))
        if (const auto ended = store.find(id); may_see(tx, *ended)) take_in(tx, thread, *ended);
    return thread;
}

std::optional<std::string> number_to_follow(WorkspaceTransaction& tx, std::string_view number)
{
    const auto ticket = ticket_by_number(tx, number);
    if (ticket.is_open) return {};
    const auto into = MergeStore{tx}.into(ticket.id);
    const auto kept = into ? TicketStore{tx}.find(*into) : std::nullopt;
    if (!kept || !may_see(tx, *kept)) return {};
    return kept->number;
}

} // namespace tickets
