#include "modules/progress/past.hpp"

#include "modules/progress/comment_store.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/progress_policy.hpp"

namespace progress
{

using tenancy::WorkspaceTransaction;

PostId add_past_post(WorkspaceTransaction& tx, const PastPost& past)
{
    Post post{.id = tx.make_id<PostId>(),
              .sheet_id = past.sheet,
              .author_id = past.author,
              .mark = past.text.mark,
              .body = past.text.body,
              .worked_on = past.text.worked_on,
              .written_at = past.written_at};
    if (!past.is_draft) publish(post, past.written_at);
    if (past.cancelled_at) cancel(post, past.cancel_reason, *past.cancelled_at);
    PostStore{tx}.insert(post);
    return post.id;
}

CommentId add_past_comment(WorkspaceTransaction& tx, const PastComment& past)
{
    const Comment comment{.id = tx.make_id<CommentId>(),
                          .sheet_id = past.sheet,
                          .post_id = past.post,
                          .reply_to = past.reply_to,
                          .author_id = past.author,
                          .author_side = past.side,
                          .body = past.body,
                          .written_at = past.written_at};
    CommentStore{tx}.insert(comment);
    return comment.id;
}

files::Owner photos_of_past_post(PostId post)
{
    return {.kind = post_photos, .id = post.value};
}

} // namespace progress
