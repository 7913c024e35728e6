#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/projects/access_code.hpp"

#include <string>

namespace projects
{

/// These throw base::NotFound for a project or a code this workspace does not hold.
/// Refuses "projects.code.refusal.full" beyond access_codes_max.
AccessCodeId add_access_code(tenancy::WorkspaceTransaction& tx, ProjectId project,
                             const std::string& label, const std::string& code);
/// The journal keeps who saw which one, not what it says.
AccessCode reveal_access_code(tenancy::WorkspaceTransaction& tx, ProjectId project,
                              AccessCodeId code);
void remove_access_code(tenancy::WorkspaceTransaction& tx, ProjectId project, AccessCodeId code);

} // namespace projects
