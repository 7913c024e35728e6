#include "kernel/files/upload_store.hpp"

namespace files
{
namespace
{

constexpr db::Table<Upload> upload_table{"files_upload"};
constexpr int listed_max = 100;

constexpr db::Query find_upload{"files.upload", R"sql(
    SELECT id, uploader_id, name, bytes, received, started_at
      FROM files_upload WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_uploads{"files.uploads_of_member", R"sql(
    SELECT id, uploader_id, name, bytes, received, started_at
      FROM files_upload
     WHERE workspace_id = :workspace AND uploader_id = :member
     ORDER BY started_at, id
     LIMIT :limit
)sql"};

constexpr db::Query list_old{"files.uploads_begun_before", R"sql(
    SELECT id, uploader_id, name, bytes, received, started_at
      FROM files_upload
     WHERE workspace_id = :workspace AND started_at < :at
     ORDER BY id
     LIMIT :limit
)sql"};

constexpr db::Query advance_upload{"files.advance_upload", R"sql(
    UPDATE files_upload SET received = :received
     WHERE workspace_id = :workspace AND id = :id AND received = :offset
)sql"};

constexpr db::Query delete_upload{"files.delete_upload", R"sql(
    DELETE FROM files_upload WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

void UploadStore::insert(const Upload& upload)
{
    tx_.insert(upload_table, upload);
}

std::optional<Upload> UploadStore::find(UploadId id)
{
    return tx_.find<Upload>(find_upload, {{"id", id}});
}

std::vector<Upload> UploadStore::of_member(tenancy::MembershipId member)
{
    return tx_.rows<Upload>(list_uploads, {{"member", member}, {"limit", listed_max}});
}

std::vector<Upload> UploadStore::begun_before(base::Instant at)
{
    return tx_.rows<Upload>(list_old, {{"at", at}, {"limit", listed_max}});
}

bool UploadStore::advance(UploadId id, std::int64_t offset, std::int64_t received)
{
    return tx_.execute(advance_upload, {{"id", id}, {"offset", offset}, {"received", received}}) ==
           1;
}

void UploadStore::remove(UploadId id)
{
    tx_.execute(delete_upload, {{"id", id}});
}

} // namespace files
