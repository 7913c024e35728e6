#pragma once

#include "modules/progress/progress.hpp"
#include "modules/projects/events.hpp"

namespace progress
{

/// Of what a form of the header shows: another one once the sheet was saved, or the worksite
/// renamed or moved on its own page.
std::string header_version(const Sheet& sheet, const projects::ProjectPlace& place);
/// Refuses as add_sheet, and "progress.refusal.changed_meanwhile" (409) when `seen_version` is not
/// the current header_version.
void save_header(tenancy::WorkspaceTransaction& tx, SheetId sheet, const SheetHeader& header,
                 std::string_view seen_version);
/// Notes that the actor has it before his eyes.
void mark_seen(tenancy::WorkspaceTransaction& tx, const SheetSeen& seen, base::Instant now);
void choose_order(tenancy::WorkspaceTransaction& tx, ReadingOrder order);
void choose_comments_on_cancelled(tenancy::WorkspaceTransaction& tx, CommentsOnCancelled choice);

/// Its sheet is found by the new name, and open pages show it.
void on_project_saved(tenancy::WorkspaceTransaction& tx, const projects::ProjectSaved& fact);

/// Pages of this sheet, of both sides, and lists that show its last publication.
void touch_sheet(tenancy::WorkspaceTransaction& tx, const Sheet& sheet);
/// The pages of the team only: what clients never see.
void touch_team(tenancy::WorkspaceTransaction& tx, const Sheet& sheet);

} // namespace progress
