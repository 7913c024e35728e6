#pragma once

#include "kernel/auth/memberships.hpp"
#include "modules/projects/projects.hpp"

#include <optional>
#include <vector>

namespace projects
{

/// What the team may choose for a portal account: the projects of his client, and those it chose.
struct AccountProjects {
    auth::MemberDetail account;
    std::vector<ProjectSummary> projects;
    std::optional<std::vector<ProjectId>> chosen; ///< none = he sees all of them
};
/// Throws base::NotFound for a member of the team.
AccountProjects projects_of_account(tenancy::WorkspaceTransaction& tx,
                                    tenancy::MembershipId account);

/// Nothing = every project of his client. Throws base::NotFound for a project that is not one of
/// them; what he has open reads itself again.
void limit_account(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId account,
                   const std::optional<std::vector<ProjectId>>& chosen);

} // namespace projects
