#pragma once

#include "modules/projects/projects.hpp"

namespace projects
{

/// Saves name, place, description and archiving. Throws base::NotFound; refuses
/// "projects.refusal.changed_meanwhile" (409) when `seen_version` is not the stored one any more.
void save_project(tenancy::WorkspaceTransaction& tx, Project project, std::int64_t seen_version);

/// Hides the project and its requests from the client at once.
void unassign_client(tenancy::WorkspaceTransaction& tx, ProjectId project,
                     tenancy::ClientId client);

/// A client who registered alone sees nothing until somebody assigns him a project: the home page
/// of those who can says so, and they receive a mail.
void ask_for_assignment(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                        const std::string& person_name);

} // namespace projects
