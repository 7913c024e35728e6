#include "modules/projects/first_steps_store.hpp"

namespace projects
{
namespace
{

constexpr db::Query first_steps_done{"projects.first_steps", R"sql(
    SELECT EXISTS (SELECT 1 FROM auth_published_member
                    WHERE workspace_id = :workspace AND side = 'staff'
                    ORDER BY id LIMIT 1 OFFSET 1) AS has_colleague,
           EXISTS (SELECT 1 FROM crm_published_client WHERE workspace_id = :workspace) AS has_client,
           EXISTS (SELECT 1 FROM projects_assignment WHERE workspace_id = :workspace) AS has_assignment
)sql"};

} // namespace

FirstSteps first_steps(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<FirstSteps>(first_steps_done).front();
}

} // namespace projects
