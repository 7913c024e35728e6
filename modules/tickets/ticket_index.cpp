#include "modules/tickets/ticket_index.hpp"

#include "modules/tickets/message_store.hpp"
#include "modules/tickets/ticket_note_store.hpp"
#include "modules/tickets/ticket_search_store.hpp"
#include "modules/tickets/ticket_store.hpp"

namespace tickets
{
namespace
{

using search::Document;
using search::Scope;
using tenancy::WorkspaceTransaction;

std::vector<Scope> readers_of(tenancy::ClientId client)
{
    return {Scope::staff(), Scope::of_client(client)};
}

Document names_of(const Ticket& ticket)
{
    return {.kind = "ticket",
            .id = ticket.id.value,
            .scopes = readers_of(ticket.client_id),
            .terms = search::Names{}.number(ticket.number).words(ticket.title).terms()};
}

Document text_of(TicketId ticket, std::vector<Scope> scopes, std::string_view text)
{
    return {.kind = "ticket",
            .id = ticket.value,
            .field = search::Field::text,
            .scopes = std::move(scopes),
            .terms = search::text_terms(text)};
}

std::string opening_of(const Ticket& ticket)
{
    return ticket.title + "\n" + ticket.description;
}

std::vector<Document> read_ticket(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto ticket = TicketStore{tx}.find(TicketId{id});
    if (!ticket) return {};
    return {names_of(*ticket),
            text_of(ticket->id, readers_of(ticket->client_id), opening_of(*ticket))};
}

std::vector<Document> read_message(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto said = TicketSearchStore{tx}.message(MessageId{id});
    if (!said) return {};
    return {text_of(said->ticket_id, readers_of(said->client_id), said->body)};
}

std::vector<Document> read_note(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto note = NoteStore{tx}.find(NoteId{id});
    if (!note) return {};
    return {text_of(note->ticket_id, {Scope::internal()}, note->body)};
}

std::vector<std::int64_t> ticket_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return TicketSearchStore{tx}.ticket_ids(after, limit);
}

std::vector<std::int64_t> message_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return TicketSearchStore{tx}.message_ids(after, limit);
}

std::vector<std::int64_t> note_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return NoteStore{tx}.ids(after, limit);
}

} // namespace

void index_new(WorkspaceTransaction& tx, const Ticket& ticket)
{
    search::add(tx, names_of(ticket));
    search::index_later(tx, {{ticket_texts, ticket.id.value}});
}

void index_corrected(WorkspaceTransaction& tx, const Ticket& ticket, const Message& message,
                     const std::string& before)
{
    search::index_later(tx, {{message_texts, message.id.value}});
    auto gone = text_of(ticket.id, readers_of(ticket.client_id), before);
    auto said = search::text_terms(opening_of(ticket));
    for (const auto& other : MessageStore{tx}.of_ticket(ticket.id))
        said.merge(search::text_terms(other.body));
    std::erase_if(gone.terms, [&](const auto& term) { return said.contains(term); });
    search::remove(tx, gone);
}

void index_note_corrected(WorkspaceTransaction& tx, const Note& note, const std::string& before)
{
    search::index_later(tx, {{note_texts, note.id.value}});
    auto gone = text_of(note.ticket_id, {Scope::internal()}, before);
    std::set<std::string> said;
    for (const auto& other : NoteStore{tx}.of_ticket(note.ticket_id))
        said.merge(search::text_terms(other.body));
    std::erase_if(gone.terms, [&](const auto& term) { return said.contains(term); });
    search::remove(tx, gone);
}

search::Kind ticket_kind()
{
    return {.name = "ticket",
            .label_key = "tickets.nav",
            .client_label_key = "tickets.request.nav",
            .icon = "inbox",
            .permission = "tickets.view",
            .order = 30,
            .internal_words = search::InternalWords::some,
            .to_staff = show_tickets,
            .to_client = show_requests};
}

search::Source ticket_source()
{
    return {.name = std::string{ticket_texts}, .read = read_ticket, .ids = ticket_ids};
}

search::Source message_source()
{
    return {.name = std::string{message_texts}, .read = read_message, .ids = message_ids};
}

search::Source note_source()
{
    return {.name = std::string{note_texts}, .read = read_note, .ids = note_ids};
}

} // namespace tickets
