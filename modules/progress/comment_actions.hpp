#pragma once

#include "modules/progress/progress.hpp"

namespace progress
{

/// By its author, as long as nobody answered. Refuses as correct().
void correct_comment(tenancy::WorkspaceTransaction& tx, CommentId comment, const std::string& body);
/// By its author only, with every reply below it. Refuses "progress.refusal.not_author" and, when
/// there are more replies than the reader was told, "progress.refusal.more_replies" (409).
void remove_comment(tenancy::WorkspaceTransaction& tx, CommentId comment, int seen_replies);

/// Throws base::NotFound unless the actor may see it, on that publication.
Comment comment_of(tenancy::WorkspaceTransaction& tx, const Post& post, CommentId id);

} // namespace progress
