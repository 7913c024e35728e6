#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/progress/comment.hpp"
#include "modules/progress/sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of progress: sheets of worksites, what the team publishes in them and what is
/// answered. All functions take the caller's transaction and ask what its actor may see: what he
/// may not throws base::NotFound, a missing right base::Forbidden.
namespace progress
{

void describe(kernel::Module& module);

/// What the head of a sheet says and the team types. The title and the place are written to the
/// worksite.
struct SheetHeader {
    std::string identifier; ///< as typed
    std::string title;      ///< 2 to 150 characters
    std::string address;
    std::string postal_code;
    std::string city;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
};

/// A worksite of the client and its sheet. Refuses "progress.refusal.identifier",
/// "progress.refusal.identifier_taken", "progress.refusal.ends_before_start".
Sheet add_sheet(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                const SheetHeader& header);

/// Throws base::NotFound for an identifier without a sheet; `typed` as people write it.
Sheet sheet_by_identifier(tenancy::WorkspaceTransaction& tx, std::string_view typed);
Sheet sheet_by_id(tenancy::WorkspaceTransaction& tx, SheetId id);

enum class Intent { publish, draft };
BOOST_DESCRIBE_ENUM(Intent, publish, draft)

struct NewPost {
    PostText text;
    std::size_t photos = 0; ///< that come with it, attached next to `post_photos`
    Intent intent = Intent::publish;
    base::Instant written_at; ///< before now when it waited for the network
};
/// Refuses "progress.refusal.empty_post", "progress.refusal.long_post",
/// "progress.refusal.many_photos".
Post write_post(tenancy::WorkspaceTransaction& tx, SheetId sheet, const NewPost& post);
void publish_post(tenancy::WorkspaceTransaction& tx, PostId post);
void cancel_post(tenancy::WorkspaceTransaction& tx, PostId post, const std::string& reason);
void restore_post(tenancy::WorkspaceTransaction& tx, PostId post);

struct NewComment {
    PostId post;
    std::optional<CommentId> reply_to;
    std::string body; ///< 1 to 5 000 characters
    base::Instant written_at;
};
/// Refuses "progress.refusal.parent_deleted" and "progress.refusal.post_deleted" (409: what was
/// typed is kept by the page), "progress.refusal.comments_closed",
/// "progress.refusal.many_comments".
Comment write_comment(tenancy::WorkspaceTransaction& tx, const NewComment& comment);

} // namespace progress
