#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/progress/comment.hpp"

#include <string_view>

/// Who may do what with a sheet.
namespace progress
{

/// Throws base::Forbidden naming the right.
void require(const tenancy::Actor& actor, std::string_view permission);

/// Throws base::NotFound for a client whose sheet it is not, or whose worksite is archived, not
/// assigned to him, or not open to this person.
void require_visible(tenancy::WorkspaceTransaction& tx, const Sheet& sheet);
/// The same for what is written in it: nobody finds a deleted publication, no client a draft.
void require_visible(const tenancy::Actor& actor, const Post& post);

/// Its author, and who may edit all.
bool may_edit(const tenancy::Actor& actor, const Post& post);
/// An admin may close the comments of cancelled publications.
bool is_open_to_comments(tenancy::WorkspaceTransaction& tx, const Post& post);

/// Guardian of photos (files::guard_with).
inline constexpr const char* post_photos = "progress_post";

} // namespace progress
