#include "modules/tickets/message_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr db::Table<Message> message_table{"tickets_message"};
constexpr int messages_max = 300;

constexpr db::Query find_message{"tickets.find_message", R"sql(
    SELECT id, ticket_id, author_id, author_side, kind, body, written_at, edited_at
      FROM tickets_message
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND id = :id
)sql"};

constexpr db::Query list_messages{"tickets.messages", R"sql(
    SELECT id, ticket_id, author_id, author_side, kind, body, written_at, edited_at
      FROM tickets_message
     WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY written_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query correct_message{"tickets.correct_message", R"sql(
    UPDATE tickets_message
       SET body = :body, edited_at = :edited_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query retell_ticket{"tickets.retell", R"sql(
    UPDATE tickets_ticket
       SET excerpt = CASE WHEN excerpt = :excerpt_before THEN :excerpt ELSE excerpt END,
           resolution_summary = CASE WHEN resolution_summary = :before THEN :body
                                     ELSE resolution_summary END
     WHERE workspace_id = :workspace AND id = :ticket
)sql"};

} // namespace

void MessageStore::insert(const Message& message)
{
    tx_.insert(message_table, message);
}

void MessageStore::save_correction(const Message& message, const std::string& before)
{
    tx_.execute(correct_message,
                {{"id", message.id}, {"body", message.body}, {"edited_at", message.edited_at}});
    tx_.execute(retell_ticket, {{"ticket", message.ticket_id},
                                {"before", before},
                                {"body", message.body},
                                {"excerpt_before", excerpt_of(before)},
                                {"excerpt", excerpt_of(message.body)}});
}

std::optional<Message> MessageStore::find(TicketId ticket, MessageId id)
{
    return tx_.find<Message>(find_message, {{"ticket", ticket}, {"id", id}});
}

std::vector<Message> MessageStore::of_ticket(TicketId ticket)
{
    auto found = tx_.rows<Message>(list_messages, {{"ticket", ticket}, {"limit", messages_max}});
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace tickets
