#include "kernel/mail/attachment.hpp"

namespace mail
{
namespace
{

constexpr db::Query insert_attachment{"mail.attach", R"sql(
    INSERT INTO outbox_attachment (workspace_id, message, file_id)
    VALUES (:workspace, :message, :file)
)sql"};

constexpr db::Query attached_files{"mail.attached", R"sql(
    SELECT file_id FROM outbox_attachment
     WHERE workspace_id = :workspace AND message = :message
     ORDER BY file_id LIMIT :limit
)sql"};

} // namespace

void attach(tenancy::WorkspaceTransaction& tx, MessageId message, files::FileId file)
{
    tx.execute(insert_attachment, {{"message", message}, {"file", file}});
}

std::vector<files::File> attached(tenancy::WorkspaceTransaction& tx, MessageId message)
{
    std::vector<files::File> found;
    for (const auto id : tx.values<files::FileId>(
             attached_files, {{"message", message}, {"limit", attachments_max}}))
        if (auto file = files::find(tx, id)) found.push_back(std::move(*file));
    return found;
}

} // namespace mail
