#include "modules/progress/post_store.hpp"

#include <limits>

namespace progress
{
namespace
{

constexpr db::Table<Post> post_table{"progress_post"};
constexpr db::Table<PostVersion> version_table{"progress_post_version"};
constexpr int versions_max = 100;

constexpr db::Query find_post{"progress.find_post", R"sql(
    SELECT id, sheet_id, author_id, state, mark, body, worked_on, written_at, published_at,
           edited_at, cancelled_at, cancel_reason, deleted_at, version
      FROM progress_post
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query hold_post{"progress.hold_post", R"sql(
    UPDATE progress_post SET version = version WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_post{"progress.update_post", R"sql(
    UPDATE progress_post
       SET state = :state, mark = :mark, body = :body, worked_on = :worked_on,
           published_at = :published_at, edited_at = :edited_at, cancelled_at = :cancelled_at,
           cancel_reason = :cancel_reason, deleted_at = :deleted_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen
)sql"};

constexpr db::Query shown_posts{"progress.shown_posts", R"sql(
    SELECT id, sheet_id, author_id, state, mark, body, worked_on, written_at, published_at,
           edited_at, cancelled_at, cancel_reason, deleted_at, version
      FROM progress_post
     WHERE workspace_id = :workspace AND sheet_id = :sheet
       AND state IN ('published', 'cancelled') AND published_at < :before
     ORDER BY published_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query all_posts{"progress.all_shown_posts", R"sql(
    SELECT id, sheet_id, author_id, state, mark, body, worked_on, written_at, published_at,
           edited_at, cancelled_at, cancel_reason, deleted_at, version
      FROM progress_post
     WHERE workspace_id = :workspace AND sheet_id = :sheet
       AND state IN ('published', 'cancelled')
     ORDER BY published_at, id
     LIMIT :limit
)sql"};

constexpr db::Query draft_posts{"progress.drafts", R"sql(
    SELECT id, sheet_id, author_id, state, mark, body, worked_on, written_at, published_at,
           edited_at, cancelled_at, cancel_reason, deleted_at, version
      FROM progress_post
     WHERE workspace_id = :workspace AND sheet_id = :sheet AND published_at IS NULL
       AND state = 'draft'
     ORDER BY id
     LIMIT :limit
)sql"};

constexpr db::Query last_mark{"progress.last_marked", R"sql(
    SELECT id, sheet_id, author_id, state, mark, body, worked_on, written_at, published_at,
           edited_at, cancelled_at, cancel_reason, deleted_at, version
      FROM progress_post
     WHERE workspace_id = :workspace AND sheet_id = :sheet AND mark <> 'none'
       AND state = 'published'
     ORDER BY published_at DESC
     LIMIT 1
)sql"};

constexpr db::Query list_versions{"progress.versions", R"sql(
    SELECT post_id, version, body, mark, worked_on, replaced_by, replaced_at
      FROM progress_post_version
     WHERE workspace_id = :workspace AND post_id = :post
     ORDER BY version DESC
     LIMIT :limit
)sql"};

constexpr db::Query long_deleted{"progress.long_deleted", R"sql(
    SELECT id FROM progress_post
     WHERE workspace_id = :workspace AND state = 'deleted' AND deleted_at < :moment
     ORDER BY deleted_at
     LIMIT :limit
)sql"};

constexpr db::Query purge_versions{"progress.purge_versions", R"sql(
    DELETE FROM progress_post_version WHERE workspace_id = :workspace AND post_id = :post
)sql"};
constexpr db::Query purge_comments{"progress.purge_comments", R"sql(
    DELETE FROM progress_comment WHERE workspace_id = :workspace AND post_id = :post
)sql"};
constexpr db::Query purge_post{"progress.purge_post", R"sql(
    DELETE FROM progress_post WHERE workspace_id = :workspace AND id = :post
)sql"};

constexpr base::Instant end_of_time{std::numeric_limits<std::int64_t>::max()};

} // namespace

void PostStore::insert(const Post& post)
{
    tx_.insert(post_table, post);
}

bool PostStore::update(const Post& post, std::int64_t seen_version)
{
    return tx_.execute(update_post, {{"id", post.id},
                                     {"state", post.state},
                                     {"mark", post.mark},
                                     {"body", post.body},
                                     {"worked_on", post.worked_on},
                                     {"published_at", post.published_at},
                                     {"edited_at", post.edited_at},
                                     {"cancelled_at", post.cancelled_at},
                                     {"cancel_reason", post.cancel_reason},
                                     {"deleted_at", post.deleted_at},
                                     {"seen", seen_version}}) == 1;
}

std::optional<Post> PostStore::find(PostId id)
{
    return tx_.find<Post>(find_post, {{"id", id}});
}

void PostStore::hold(PostId id)
{
    tx_.execute(hold_post, {{"id", id}});
}

std::vector<Post> PostStore::shown(const PostSpan& span)
{
    return tx_.rows<Post>(shown_posts, {{"sheet", span.sheet},
                                        {"before", span.before.value_or(end_of_time)},
                                        {"limit", span.limit}});
}

std::vector<Post> PostStore::all_shown(SheetId sheet, int limit)
{
    return tx_.rows<Post>(all_posts, {{"sheet", sheet}, {"limit", limit}});
}

std::vector<Post> PostStore::drafts(SheetId sheet)
{
    return tx_.rows<Post>(draft_posts,
                          {{"sheet", sheet}, {"limit", static_cast<std::int64_t>(drafts_max)}});
}

std::optional<Post> PostStore::last_marked(SheetId sheet)
{
    return tx_.find<Post>(last_mark, {{"sheet", sheet}});
}

void PostStore::insert(const PostVersion& version)
{
    tx_.insert(version_table, version);
}

std::vector<PostVersion> PostStore::versions(PostId post)
{
    return tx_.rows<PostVersion>(list_versions, {{"post", post}, {"limit", versions_max}});
}

std::vector<PostId> PostStore::deleted_before(base::Instant moment, int limit)
{
    return tx_.values<PostId>(long_deleted, {{"moment", moment}, {"limit", limit}});
}

void PostStore::purge(PostId post)
{
    for (const auto* query : {&purge_versions, &purge_comments, &purge_post})
        tx_.execute(*query, {{"post", post}});
}

} // namespace progress
