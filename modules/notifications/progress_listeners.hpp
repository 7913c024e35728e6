#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/progress/events.hpp"

/// What is told of sheets of worksites, in the application, and by mail or text ten minutes later.
/// All run within the transaction that tells the fact.
namespace notifications
{

/// To the people of the client.
void on_post_published(tenancy::WorkspaceTransaction& tx, const progress::PostPublished& fact);
/// Of a client: to who wrote the publication, or to the administrators when he left. Of the team:
/// to the people of the client.
void on_comment_written(tenancy::WorkspaceTransaction& tx, const progress::CommentWritten& fact);
/// Read, and written of no more, when all that its reader was told since the earliest line he has
/// not read is on that page; else the bell and the mail stay for what is not.
void on_sheet_seen(tenancy::WorkspaceTransaction& tx, const progress::SheetSeen& fact);
/// What nobody can read any more is not told.
void on_post_removed(tenancy::WorkspaceTransaction& tx, const progress::PostRemoved& fact);
void on_comments_removed(tenancy::WorkspaceTransaction& tx, const progress::CommentsRemoved& fact);

} // namespace notifications
