#pragma once

#include "modules/progress/progress.hpp"

namespace progress
{

/// Refuses as add_sheet, and "progress.refusal.changed_meanwhile" (409).
void save_header(tenancy::WorkspaceTransaction& tx, SheetId sheet, const SheetHeader& header,
                 std::int64_t seen_version);
/// Notes that the actor has it before his eyes.
void mark_seen(tenancy::WorkspaceTransaction& tx, const Sheet& sheet, base::Instant now);
void choose_order(tenancy::WorkspaceTransaction& tx, ReadingOrder order);
void choose_comments_on_cancelled(tenancy::WorkspaceTransaction& tx, CommentsOnCancelled choice);

/// Pages of this sheet, of both sides, and lists that show its last publication.
void touch_sheet(tenancy::WorkspaceTransaction& tx, const Sheet& sheet);
/// The pages of the team only: what clients never see.
void touch_team(tenancy::WorkspaceTransaction& tx, const Sheet& sheet);

} // namespace progress
