#include "modules/progress/comment_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "modules/progress/comment_store.hpp"
#include "modules/progress/post_actions.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_actions.hpp"

namespace progress
{
namespace
{

using tenancy::WorkspaceTransaction;

[[noreturn]] void conflict(const char* code, base::Params params = {})
{
    throw base::Refusal{code, std::move(params), base::Refusal::Kind::Conflict};
}

void record(WorkspaceTransaction& tx, std::string_view action, const Comment& comment,
            std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "progress_comment",
                       .subject = comment.id.value,
                       .changes = std::move(changes)});
}

struct Found {
    Sheet sheet;
    Comment comment;
    std::vector<Comment> others; ///< of the publication, itself included
    int replies = 0;
};

Found find(WorkspaceTransaction& tx, CommentId id)
{
    require(tx.actor(), "progress.comment");
    CommentStore store{tx};
    const auto comment = store.find(id);
    if (!comment) throw base::NotFound{};
    PostStore{tx}.hold(comment->post_id);
    if (!store.find(id)) throw base::NotFound{};
    Found found{.sheet = sheet_by_id(tx, comment->sheet_id),
                .comment = *comment,
                .others = store.of_post(comment->post_id)};
    post_of(tx, found.sheet, comment->post_id);
    found.replies = static_cast<int>(with_replies(found.others, id).size()) - 1;
    return found;
}

/// Whoever answers what was just deleted is told so, and keeps his words.
Post commentable(WorkspaceTransaction& tx, const NewComment& written)
{
    PostStore store{tx};
    store.hold(written.post);
    const auto post = store.find(written.post);
    if (!post) throw base::NotFound{};
    sheet_by_id(tx, post->sheet_id);
    if (post->state == PostState::deleted && post->published_at)
        conflict("progress.refusal.post_deleted");
    require_visible(tx.actor(), *post);
    base::refuse_unless(is_open_to_comments(tx, *post), "progress.refusal.comments_closed");
    return *post;
}

void require_parent(WorkspaceTransaction& tx, const NewComment& written)
{
    if (!written.reply_to) return;
    const auto parent = CommentStore{tx}.find(*written.reply_to);
    if (!parent) conflict("progress.refusal.parent_deleted");
    if (parent->post_id != written.post) throw base::NotFound{};
}

} // namespace

Comment write_comment(WorkspaceTransaction& tx, const NewComment& written)
{
    require(tx.actor(), "progress.comment");
    const auto post = commentable(tx, written);
    require_parent(tx, written);
    CommentStore store{tx};
    base::refuse_unless(store.count(post.id) < static_cast<int>(comments_max),
                        "progress.refusal.many_comments", {{"most", std::to_string(comments_max)}});
    const Comment comment{.id = tx.make_id<CommentId>(),
                          .sheet_id = post.sheet_id,
                          .post_id = post.id,
                          .reply_to = written.reply_to,
                          .author_id = tx.actor().membership,
                          .author_side = tx.actor().side,
                          .body = written.body,
                          .written_at = written.written_at};
    store.insert(comment);
    record(tx, "progress.comment_written", comment, {{"text", "", comment.body}});
    const auto sheet = sheet_by_id(tx, post.sheet_id);
    touch_sheet(tx, sheet);
    events::publish(tx, CommentWritten{.sheet = sheet.id,
                                       .post = post.id,
                                       .comment = comment.id,
                                       .client = sheet.client_id,
                                       .post_author = post.author_id,
                                       .author = comment.author_id,
                                       .side = comment.author_side});
    return comment;
}

void correct_comment(WorkspaceTransaction& tx, CommentId id, const std::string& body)
{
    auto found = find(tx, id);
    const auto before = found.comment.body;
    correct(found.comment, found.replies, tx.actor().membership, body, base::now());
    CommentStore{tx}.save_correction(found.comment);
    record(tx, "progress.comment_corrected", found.comment, {{"text", before, body}});
    touch_sheet(tx, found.sheet);
}

void remove_comment(WorkspaceTransaction& tx, CommentId id, int seen_replies)
{
    const auto found = find(tx, id);
    base::refuse_unless(found.comment.author_id == tx.actor().membership,
                        "progress.refusal.not_author");
    if (found.replies > seen_replies)
        conflict("progress.refusal.more_replies", {{"count", std::to_string(found.replies)}});
    CommentStore store{tx};
    const auto gone = with_replies(found.others, id);
    for (const auto& other : gone)
        store.remove(other);
    record(tx, "progress.comment_removed", found.comment,
           {{"text", found.comment.body, ""}, {"replies", std::to_string(found.replies), "0"}});
    touch_sheet(tx, found.sheet);
    events::publish(tx, CommentsRemoved{.sheet = found.sheet.id, .comments = gone});
}

Comment comment_of(WorkspaceTransaction& tx, const Post& post, CommentId id)
{
    const auto comment = CommentStore{tx}.find(id);
    if (!comment || comment->post_id != post.id) throw base::NotFound{};
    return *comment;
}

} // namespace progress
