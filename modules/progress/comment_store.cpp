#include "modules/progress/comment_store.hpp"

#include "kernel/db/lots.hpp"

namespace progress
{
namespace
{

constexpr db::Table<Comment> comment_table{"progress_comment"};

constexpr db::Query find_comment{"progress.find_comment", R"sql(
    SELECT id, sheet_id, post_id, reply_to, author_id, author_side, body, written_at, edited_at
      FROM progress_comment
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query correct_comment{"progress.correct_comment", R"sql(
    UPDATE progress_comment SET body = :body, edited_at = :edited_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_comment{"progress.delete_comment", R"sql(
    DELETE FROM progress_comment WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query count_comments{"progress.count_comments", R"sql(
    SELECT count(*) FROM progress_comment WHERE workspace_id = :workspace AND post_id = :post
)sql"};

constexpr db::Query comments_of{"progress.comments_of_posts", R"sql(
    SELECT id, sheet_id, post_id, reply_to, author_id, author_side, body, written_at, edited_at
      FROM progress_comment
     WHERE workspace_id = :workspace
       AND post_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                       :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                       :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                       :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                       :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
     ORDER BY post_id, id
     LIMIT :limit
)sql"};

} // namespace

void CommentStore::insert(const Comment& comment)
{
    tx_.insert(comment_table, comment);
}

void CommentStore::save_correction(const Comment& comment)
{
    tx_.execute(correct_comment,
                {{"id", comment.id}, {"body", comment.body}, {"edited_at", comment.edited_at}});
}

void CommentStore::remove(CommentId id)
{
    tx_.execute(delete_comment, {{"id", id}});
}

std::optional<Comment> CommentStore::find(CommentId id)
{
    return tx_.find<Comment>(find_comment, {{"id", id}});
}

int CommentStore::count(PostId post)
{
    return static_cast<int>(tx_.value<std::int64_t>(count_comments, {{"post", post}}).value_or(0));
}

std::vector<Comment> CommentStore::of_post(PostId post)
{
    return of_posts({post})[post];
}

std::map<PostId, std::vector<Comment>> CommentStore::of_posts(const std::vector<PostId>& posts)
{
    std::map<PostId, std::vector<Comment>> found;
    for (std::size_t first = 0; first < posts.size(); first += db::lot_max) {
        auto binds = db::lot_binds(posts, first);
        binds.emplace_back("limit", static_cast<std::int64_t>(comments_max * db::lot_max));
        for (auto& comment : tx_.rows<Comment>(comments_of, std::move(binds)))
            found[comment.post_id].push_back(std::move(comment));
    }
    return found;
}

} // namespace progress
