#pragma once

#include "modules/progress/sheet.hpp"

#include <vector>

namespace progress
{

/// draft → published ⇄ cancelled; each of them → deleted. Clients see published and cancelled ones.
enum class PostState { draft, published, cancelled, deleted };
BOOST_DESCRIBE_ENUM(PostState, draft, published, cancelled, deleted)

/// What a publication says of the worksite as a whole: information, it closes nothing.
enum class Mark { none, finished, resumed };
BOOST_DESCRIBE_ENUM(Mark, none, finished, resumed)

inline constexpr std::size_t text_length_max = 20'000; ///< characters of a publication
inline constexpr std::size_t drafts_max = 50;          ///< of a sheet
inline constexpr std::size_t photos_max = 30;          ///< of a publication
inline constexpr std::size_t reason_max = 200;         ///< characters
/// How long the content of a deleted publication is kept, unseen.
inline constexpr std::chrono::hours deleted_kept{30 * 24};

/// « Publication d’avancement »: written by the team, read by the client.
struct Post {
    PostId id;
    SheetId sheet_id;
    tenancy::MembershipId author_id;
    PostState state = PostState::draft;
    Mark mark = Mark::none;
    std::string body;                    ///< documents::RichText as JSON; empty: photos only
    std::optional<base::Date> worked_on; ///< when the work was done, if it is said
    base::Instant written_at;            ///< without network: before it was published
    std::optional<base::Instant> published_at;
    std::optional<base::Instant> edited_at; ///< since it is published
    std::optional<base::Instant> cancelled_at;
    std::string cancel_reason; ///< plain text, may be empty
    std::optional<base::Instant> deleted_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Post, (),
                      (id, sheet_id, author_id, state, mark, body, worked_on, written_at,
                       published_at, edited_at, cancelled_at, cancel_reason, deleted_at, version))

/// What it said before an edition.
struct PostVersion {
    PostId post_id;
    std::int64_t version = 0;
    std::string body;
    Mark mark = Mark::none;
    std::optional<base::Date> worked_on;
    tenancy::MembershipId replaced_by;
    base::Instant replaced_at;
};
BOOST_DESCRIBE_STRUCT(PostVersion, (),
                      (post_id, version, body, mark, worked_on, replaced_by, replaced_at))

/// What somebody writes.
struct PostText {
    std::string body; ///< as Post::body
    Mark mark = Mark::none;
    std::optional<base::Date> worked_on;
};

bool is_shown_to_client(const Post& post);
/// Whether it was written noticeably before it was published.
bool was_written_before(const Post& post);

/// Refuses "progress.refusal.not_a_draft", and "progress.refusal.deleted" for what is deleted, as
/// all below.
void publish(Post& post, base::Instant now);
/// Keeps `edited_at` empty for a draft. Refuses "progress.refusal.cancelled_edit" for a cancelled
/// one.
void rewrite(Post& post, const PostText& text, base::Instant now);
/// Refuses "progress.refusal.not_published".
void cancel(Post& post, std::string reason, base::Instant now);
/// Refuses "progress.refusal.not_cancelled".
void restore(Post& post);
void remove(Post& post, base::Instant now);

} // namespace progress
