#include "modules/projects/client_listeners.hpp"

#include "modules/projects/project_actions.hpp"

namespace projects
{

void on_portal_user_linked(tenancy::WorkspaceTransaction& tx, const crm::PortalUserLinked& fact)
{
    ask_for_assignment(tx, fact.client, fact.person_name);
}

} // namespace projects
