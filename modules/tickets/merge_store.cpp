#include "modules/tickets/merge_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<Merge> merge_table{"tickets_merge"};

constexpr db::Query move_on{"tickets.move_merges_on", R"sql(
    UPDATE tickets_merge SET into_id = :kept
     WHERE workspace_id = :workspace AND into_id = :ending
)sql"};

constexpr db::Query find_kept{"tickets.merged_where", R"sql(
    SELECT into_id FROM tickets_merge WHERE workspace_id = :workspace AND ticket_id = :ticket
)sql"};

constexpr db::Query list_merged{"tickets.merged_into", R"sql(
    SELECT ticket_id FROM tickets_merge
     WHERE workspace_id = :workspace AND into_id = :kept ORDER BY ticket_id LIMIT :limit
)sql"};

} // namespace

void MergeStore::insert(const Merge& merge)
{
    tx_.execute(move_on, {{"kept", merge.into_id}, {"ending", merge.ticket_id}});
    tx_.insert(merge_table, merge);
}

std::optional<TicketId> MergeStore::into(TicketId ticket)
{
    return tx_.value<TicketId>(find_kept, {{"ticket", ticket}});
}

std::vector<TicketId> MergeStore::merged_into(TicketId kept)
{
    return tx_.values<TicketId>(list_merged, {{"kept", kept}, {"limit", merges_max}});
}

} // namespace tickets
