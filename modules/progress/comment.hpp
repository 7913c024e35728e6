#pragma once

#include "modules/progress/post.hpp"

#include <set>

namespace progress
{

inline constexpr std::size_t comment_length_max = 5'000; ///< code points
inline constexpr std::size_t comments_max = 1'000;       ///< of a publication
/// How deep replies are shifted on a screen and on paper; deeper ones say whom they answer.
inline constexpr int depth_shown_max = 4;
/// How long its author may correct a comment nobody answered.
inline constexpr std::chrono::minutes correction_window{15};

/// « Commentaire », or a reply to one.
struct Comment {
    CommentId id;
    SheetId sheet_id;
    PostId post_id;
    std::optional<CommentId> reply_to;
    tenancy::MembershipId author_id;
    tenancy::Side author_side = tenancy::Side::portal;
    std::string body; ///< plain text
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
};
BOOST_DESCRIBE_STRUCT(Comment, (),
                      (id, sheet_id, post_id, reply_to, author_id, author_side, body, written_at,
                       edited_at))

/// A comment at its place: under what it answers, in order of time.
struct PlacedComment {
    Comment comment;
    int depth = 0;                                ///< 0: answers the publication itself
    int replies = 0;                              ///< below it, at any depth
    std::optional<tenancy::MembershipId> answers; ///< whose comment it answers
};
/// Those of one publication as a reader meets them, depth first. One whose parent is not among them
/// stands alone.
std::vector<PlacedComment> placed(std::vector<Comment> comments);

/// The comment and all that answers it, at any depth; empty when `id` is not among them.
std::vector<CommentId> with_replies(const std::vector<Comment>& comments, CommentId id);

/// Whether its author may correct it now.
bool is_correctable(const Comment& comment, int replies, tenancy::MembershipId reader,
                    base::Instant now);
/// Refuses "progress.refusal.not_author", "progress.refusal.answered",
/// "progress.refusal.correction_too_late".
void correct(Comment& comment, int replies, tenancy::MembershipId reader, std::string body,
             base::Instant now);

} // namespace progress
