#include "modules/tickets/moved_client_store.hpp"

#include "kernel/search/search.hpp"
#include "modules/tickets/ticket_index.hpp"

namespace tickets
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr int messages_max = 100'000;

constexpr db::Query move_all{"tickets.move_to_client", R"sql(
    UPDATE tickets_ticket SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"tickets.return_to_client", R"sql(
    UPDATE tickets_ticket SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

/// A ticket that is his own now, or already open to him, needs no guest.
constexpr db::Query move_guests{"tickets.move_guests_to_client", R"sql(
    UPDATE tickets_guest SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND NOT EXISTS (SELECT 1 FROM tickets_guest o
                        WHERE o.workspace_id = :workspace AND o.client_id = :into
                          AND o.ticket_id = tickets_guest.ticket_id)
       AND NOT EXISTS (SELECT 1 FROM tickets_ticket t
                        WHERE t.workspace_id = :workspace AND t.client_id = :into
                          AND t.id = tickets_guest.ticket_id)
    RETURNING ticket_id
)sql"};

constexpr db::Query return_guest{"tickets.return_guest_to_client", R"sql(
    UPDATE tickets_guest SET client_id = :from
     WHERE workspace_id = :workspace AND ticket_id = :row AND client_id = :into
)sql"};

constexpr db::Query messages_of{"tickets.messages_of_client", R"sql(
    SELECT m.id
      FROM tickets_ticket t
      JOIN tickets_message m ON m.workspace_id = t.workspace_id AND m.ticket_id = t.id
     WHERE t.workspace_id = :workspace AND t.client_id = :client
     ORDER BY m.id
     LIMIT :limit
)sql"};

void index_again(WorkspaceTransaction& tx, const RowIds& tickets, ClientId reader)
{
    if (tickets.empty()) return;
    std::vector<search::Pending> words;
    for (const auto ticket : tickets)
        words.push_back({ticket_texts, ticket});
    for (const auto message :
         tx.values<std::int64_t>(messages_of, {{"client", reader}, {"limit", messages_max}}))
        words.push_back({message_texts, message});
    search::index_later(tx, words);
}

RowIds move_tickets(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    auto moved = tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
    index_again(tx, moved, into);
    return moved;
}

void return_tickets(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
    index_again(tx, rows, from);
}

RowIds move_guest_rows(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_guests, {{"from", from}, {"into", into}});
}

void return_guest_rows(WorkspaceTransaction& tx, const RowIds& tickets, ClientId from,
                       ClientId into)
{
    for (const auto ticket : tickets)
        tx.execute(return_guest, {{"row", ticket}, {"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows ticket_rows()
{
    return {"tickets_ticket", move_tickets, return_tickets};
}

crm::ClientRows guest_rows()
{
    return {"tickets_guest", move_guest_rows, return_guest_rows};
}

} // namespace tickets
