#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/events.hpp"

namespace projects
{

/// `within`: remembers that somebody waits for a project.
void on_portal_user_linked(tenancy::WorkspaceTransaction& tx, const crm::PortalUserLinked& fact);

} // namespace projects
