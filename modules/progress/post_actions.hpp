#pragma once

#include "kernel/files/drawing.hpp"
#include "modules/progress/progress.hpp"

namespace progress
{

/// Of a sheet the actor may see. Throws base::NotFound for another sheet's, a deleted one, a draft
/// for a client.
Post post_of(tenancy::WorkspaceTransaction& tx, const Sheet& sheet, PostId id);

/// Throws base::NotFound for the publication of another sheet; one that is gone passes, because who
/// answers it must be told.
void require_on(tenancy::WorkspaceTransaction& tx, const Sheet& sheet, PostId id);

/// `photos` is how many it has afterwards. Refuses as write_post, and
/// "progress.refusal.changed_meanwhile" (409) when `seen_version` is not the last.
void edit_post(tenancy::WorkspaceTransaction& tx, PostId post, const PostText& text,
               std::size_t photos, std::int64_t seen_version);

/// With its comments. Refuses "progress.refusal.more_comments" (409) when there are more than the
/// reader was told.
void remove_post(tenancy::WorkspaceTransaction& tx, PostId post, int seen_comments);

/// Deleted long enough: content, versions, comments and photos go.
void purge_deleted(tenancy::WorkspaceTransaction& tx, base::Instant now);

/// Throws as files::Guardian says: a photo is read by who reads its publication.
void guard_photo(tenancy::WorkspaceTransaction& tx, const files::File& file);
/// Who publishes draws, but for what is cancelled (files::let_draw_with).
void guard_drawing(tenancy::WorkspaceTransaction& tx, const files::File& file);
/// Listener: the pages of the sheet show it.
void on_photo_drawn(tenancy::WorkspaceTransaction& tx, const files::PhotoDrawn& fact);

} // namespace progress
