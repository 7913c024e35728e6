#include "modules/tickets/reply_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<CannedReply> reply_table{"tickets_reply"};

constexpr db::Query update_reply{"tickets.update_reply", R"sql(
    UPDATE tickets_reply
       SET title = :title, search_key = :search_key, body = :body, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_reply{"tickets.delete_reply", R"sql(
    DELETE FROM tickets_reply WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_reply{"tickets.find_reply", R"sql(
    SELECT id, title, search_key, body, version FROM tickets_reply
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_replies{"tickets.replies", R"sql(
    SELECT id, title, search_key, body, version FROM tickets_reply
     WHERE workspace_id = :workspace ORDER BY search_key, id LIMIT :limit
)sql"};

} // namespace

void ReplyStore::insert(const CannedReply& reply)
{
    tx_.insert(reply_table, reply);
}

bool ReplyStore::update(const CannedReply& reply, std::int64_t seen_version)
{
    return tx_.execute(update_reply, {{"id", reply.id},
                                      {"title", reply.title},
                                      {"search_key", reply.search_key},
                                      {"body", reply.body},
                                      {"seen_version", seen_version}}) == 1;
}

void ReplyStore::remove(ReplyId id)
{
    tx_.execute(delete_reply, {{"id", id}});
}

std::optional<CannedReply> ReplyStore::find(ReplyId id)
{
    return tx_.find<CannedReply>(find_reply, {{"id", id}});
}

std::vector<CannedReply> ReplyStore::all()
{
    return tx_.rows<CannedReply>(list_replies, {{"limit", replies_max}});
}

} // namespace tickets
