#include "modules/progress/post.hpp"

#include "kernel/base/refusal.hpp"

namespace progress
{
namespace
{

/// Sending a photo over a slow network is not « written before ».
constexpr std::chrono::minutes sending_time{10};

void require_there(const Post& post)
{
    if (post.state == PostState::deleted)
        throw base::Refusal{"progress.refusal.deleted", {}, base::Refusal::Kind::Conflict};
}

void require_state(const Post& post, PostState state, const char* otherwise)
{
    require_there(post);
    if (post.state != state) throw base::Refusal{otherwise, {}, base::Refusal::Kind::Conflict};
}

} // namespace

bool is_shown_to_client(const Post& post)
{
    return post.state == PostState::published || post.state == PostState::cancelled;
}

bool was_written_before(const Post& post)
{
    return post.published_at && *post.published_at - post.written_at > sending_time;
}

void publish(Post& post, base::Instant now)
{
    require_state(post, PostState::draft, "progress.refusal.not_a_draft");
    post.state = PostState::published;
    post.published_at = now;
}

void rewrite(Post& post, const PostText& text, base::Instant now)
{
    require_there(post);
    base::refuse_unless(post.state != PostState::cancelled, "progress.refusal.cancelled_edit");
    post.body = text.body;
    post.mark = text.mark;
    post.worked_on = text.worked_on;
    if (post.state == PostState::published) post.edited_at = now;
}

void cancel(Post& post, std::string reason, base::Instant now)
{
    require_state(post, PostState::published, "progress.refusal.not_published");
    post.state = PostState::cancelled;
    post.cancelled_at = now;
    post.cancel_reason = std::move(reason);
}

void restore(Post& post)
{
    require_state(post, PostState::cancelled, "progress.refusal.not_cancelled");
    post.state = PostState::published;
    post.cancelled_at.reset();
    post.cancel_reason.clear();
}

void remove(Post& post, base::Instant now)
{
    require_there(post);
    post.state = PostState::deleted;
    post.deleted_at = now;
}

} // namespace progress
