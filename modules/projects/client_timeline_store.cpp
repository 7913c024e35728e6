#include "modules/projects/client_timeline_store.hpp"

namespace projects
{
namespace
{

constexpr db::Query assigned_in{"projects.timeline_of_client", R"sql(
    -- sorts: the sites of one client
    SELECT p.id, a.assigned_at AS happened_at, p.name AS title, p.city AS detail,
           '/projets/' || CAST(p.id AS TEXT) AS path
      FROM projects_assignment a
      JOIN projects_project p ON p.workspace_id = a.workspace_id AND p.id = a.project_id
     WHERE a.workspace_id = :workspace AND a.client_id = :client
       AND a.assigned_at >= :from AND (a.assigned_at, p.id) < (:before, :before_id)
     ORDER BY a.assigned_at DESC, p.id DESC
     LIMIT :limit
)sql"};

std::vector<crm::TimelineEntry> entries(tenancy::WorkspaceTransaction& tx,
                                        const crm::TimelineSpan& span)
{
    return tx.rows<crm::TimelineEntry>(assigned_in, {{"client", span.client},
                                                     {"from", span.from},
                                                     {"before", span.before},
                                                     {"before_id", span.before_id},
                                                     {"limit", span.limit}});
}

} // namespace

crm::TimelineKind project_timeline()
{
    return {"projects", "projects.nav", "map-pin", "projects.view", entries};
}

} // namespace projects
