#include "modules/crm/client_merge_store.hpp"

namespace crm
{
namespace
{

constexpr int merges_shown = 10;

constexpr db::Table<ClientMerge> merge_table{"crm_merge"};

constexpr db::Query find_merge{"crm.find_merge", R"sql(
    SELECT id, kept_id, merged_id, author_id, merged_status, merged_at, is_undone
      FROM crm_merge
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_kept{"crm.kept_of", R"sql(
    SELECT kept_id FROM crm_merge
     WHERE workspace_id = :workspace AND merged_id = :merged AND NOT is_undone
)sql"};

constexpr db::Query list_merges{"crm.merges_into", R"sql(
    SELECT m.id, c.name AS merged_name, m.merged_at
      FROM crm_merge m
      JOIN crm_client c ON c.workspace_id = m.workspace_id AND c.id = m.merged_id
     WHERE m.workspace_id = :workspace AND m.kept_id = :kept AND NOT m.is_undone
       AND m.merged_at > :after
     ORDER BY m.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query mark_merge_undone{"crm.mark_merge_undone", R"sql(
    UPDATE crm_merge SET is_undone = TRUE
     WHERE workspace_id = :workspace AND id = :id AND NOT is_undone
)sql"};

constexpr db::Query set_client_status{"crm.set_client_status", R"sql(
    UPDATE crm_client SET status = :status, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query add_row{"crm.add_merge_row", R"sql(
    INSERT INTO crm_merge_row (workspace_id, merge_id, table_name, row_id)
    VALUES (:workspace, :merge, :table, :row)
)sql"};

constexpr db::Query list_rows{"crm.merge_rows", R"sql(
    SELECT row_id FROM crm_merge_row
     WHERE workspace_id = :workspace AND merge_id = :merge AND table_name = :table
     ORDER BY row_id
)sql"};

constexpr db::Query add_field{"crm.add_merge_field", R"sql(
    INSERT INTO crm_merge_field (workspace_id, merge_id, field, before, after)
    VALUES (:workspace, :merge, :field, :before, :after)
)sql"};

constexpr db::Query list_fields{"crm.merge_fields", R"sql(
    SELECT field, before, after FROM crm_merge_field
     WHERE workspace_id = :workspace AND merge_id = :merge
     ORDER BY field
)sql"};

} // namespace

void ClientMergeStore::insert(const ClientMerge& merge)
{
    tx_.insert(merge_table, merge);
}

std::optional<ClientMerge> ClientMergeStore::find(MergeId id)
{
    return tx_.find<ClientMerge>(find_merge, {{"id", id}});
}

std::optional<tenancy::ClientId> ClientMergeStore::kept_of(tenancy::ClientId merged)
{
    return tx_.value<tenancy::ClientId>(find_kept, {{"merged", merged}});
}

std::vector<MergeLine> ClientMergeStore::merges_into(tenancy::ClientId kept, base::Instant after)
{
    return tx_.rows<MergeLine>(list_merges,
                               {{"kept", kept}, {"after", after}, {"limit", merges_shown}});
}

bool ClientMergeStore::mark_undone(MergeId id)
{
    return tx_.execute(mark_merge_undone, {{"id", id}}) == 1;
}

bool ClientMergeStore::set_status(tenancy::ClientId id, ClientStatus status,
                                  std::int64_t seen_version)
{
    return tx_.execute(set_client_status,
                       {{"id", id}, {"status", status}, {"seen_version", seen_version}}) == 1;
}

void ClientMergeStore::insert_row(MergeId merge, std::string_view table, std::int64_t row)
{
    tx_.execute(add_row, {{"merge", merge}, {"table", table}, {"row", row}});
}

std::vector<std::int64_t> ClientMergeStore::rows(MergeId merge, std::string_view table)
{
    return tx_.values<std::int64_t>(list_rows, {{"merge", merge}, {"table", table}});
}

void ClientMergeStore::insert_field(MergeId merge, const MergedField& field)
{
    tx_.execute(add_field, {{"merge", merge},
                            {"field", field.field},
                            {"before", field.before},
                            {"after", field.after}});
}

std::vector<MergedField> ClientMergeStore::fields(MergeId merge)
{
    return tx_.rows<MergedField>(list_fields, {{"merge", merge}});
}

} // namespace crm
