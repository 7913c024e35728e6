#pragma once

#include "modules/projects/projects.hpp"

#include <map>
#include <vector>

namespace tickets
{

/// Fills the slot of projects: open and all requests on each, of one client or of all.
std::map<projects::ProjectId, projects::RequestCount>
count_on_projects(tenancy::WorkspaceTransaction& tx, const std::vector<projects::ProjectId>& ids,
                  tenancy::ClientId client);

} // namespace tickets
