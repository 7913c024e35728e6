#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <vector>

namespace progress
{

using SheetId = base::Id<struct ProgressSheetTag>;
using PostId = base::Id<struct ProgressPostTag>;
using CommentId = base::Id<struct ProgressCommentTag>;

/// A publication can be read by the client from now on.
struct PostPublished {
    SheetId sheet;
    PostId post;
    tenancy::ClientId client;
    tenancy::MembershipId author;
};

struct CommentWritten {
    SheetId sheet;
    PostId post;
    CommentId comment;
    tenancy::ClientId client; ///< of the sheet
    tenancy::MembershipId post_author;
    tenancy::MembershipId author;
    tenancy::Side side = tenancy::Side::portal; ///< of the author of the comment
};

/// Somebody has the newest publications of a sheet before his eyes: these, with these comments.
/// What is older, or came while the page was made, he has not.
struct SheetSeen {
    SheetId sheet;
    tenancy::MembershipId reader;
    std::vector<PostId> posts;       ///< of one page
    std::vector<CommentId> comments; ///< at most `comments_max` of each
};

/// Nobody reads it any more, nor the comments to it.
struct PostRemoved {
    SheetId sheet;
    PostId post;
    std::vector<CommentId> comments; ///< at most `comments_max`
};

/// One and every reply below it.
struct CommentsRemoved {
    SheetId sheet;
    std::vector<CommentId> comments; ///< at most `comments_max`
};

} // namespace progress
