#include "kernel/files/uploader.hpp"

namespace files
{
namespace
{

constexpr db::Query by_uploader{"files.pictures_by", R"sql(
    SELECT id, owner_kind, owner_id, part_id, name, type, kind, bytes, sha256, state, refusal,
           refused_value, caption, alternative, width, height, duration_ms, uploaded_by, uploaded_at
    FROM files_file
    WHERE workspace_id = :workspace AND uploaded_by = :uploader AND kind IN ('image', 'video')
    ORDER BY id LIMIT 100
)sql"};

} // namespace

std::vector<File> pictures_by(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId uploader)
{
    return tx.rows<File>(by_uploader, {{"uploader", uploader}});
}

} // namespace files
