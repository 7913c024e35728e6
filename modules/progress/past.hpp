#pragma once

#include "kernel/files/files.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/progress/comment.hpp"

#include <optional>
#include <string>

/// What was published before today: demonstrations and imports. Nothing is told to anybody or
/// audited; dates are those given.
namespace progress
{

struct PastPost {
    SheetId sheet;
    tenancy::MembershipId author;
    PostText text;
    base::Instant written_at;                  ///< and published, unless it is a draft
    std::optional<base::Instant> cancelled_at; ///< of a published one
    std::string cancel_reason;
    bool is_draft = false;
};
PostId add_past_post(tenancy::WorkspaceTransaction& tx, const PastPost& past);

struct PastComment {
    SheetId sheet;
    PostId post;
    std::optional<CommentId> reply_to;
    tenancy::MembershipId author;
    tenancy::Side side = tenancy::Side::portal;
    std::string body; ///< 1 to 5 000 characters
    base::Instant written_at;
};
CommentId add_past_comment(tenancy::WorkspaceTransaction& tx, const PastComment& past);

/// What the photos of a publication belong to (files::attach).
files::Owner photos_of_past_post(PostId post);

} // namespace progress
