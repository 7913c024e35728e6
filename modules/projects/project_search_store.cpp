#include "modules/projects/project_search_store.hpp"

#include "kernel/search/search.hpp"

namespace projects
{
namespace
{

constexpr db::Query project_hits{"projects.hits", R"sql(
    SELECT id, name, city, archived_at IS NOT NULL AS is_archived
      FROM projects_project
     WHERE workspace_id = :workspace AND id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query project_hits_of_client{"projects.hits_of_client", R"sql(
    SELECT p.id, p.name, p.city, FALSE AS is_archived
      FROM projects_project p
      JOIN projects_assignment a ON a.workspace_id = p.workspace_id AND a.project_id = p.id
     WHERE p.workspace_id = :workspace AND p.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
       AND a.client_id = :client AND p.archived_at IS NULL
)sql"};

constexpr db::Query assigned_clients{"projects.assigned_clients", R"sql(
    SELECT client_id FROM projects_assignment
     WHERE workspace_id = :workspace AND project_id = :project
)sql"};

constexpr db::Query next_projects{"projects.next_ids", R"sql(
    SELECT id FROM projects_project WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<ProjectHit> ProjectSearchStore::hits(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<ProjectHit>(project_hits, search::id_binds(ids));
}

std::vector<ProjectHit> ProjectSearchStore::hits_of_client(const std::vector<std::int64_t>& ids,
                                                           tenancy::ClientId client)
{
    auto binds = search::id_binds(ids);
    binds.emplace_back("client", client);
    return tx_.rows<ProjectHit>(project_hits_of_client, std::move(binds));
}

std::vector<tenancy::ClientId> ProjectSearchStore::clients_of(ProjectId project)
{
    return tx_.values<tenancy::ClientId>(assigned_clients, {{"project", project}});
}

std::vector<std::int64_t> ProjectSearchStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_projects, {{"after", after}, {"limit", limit}});
}

} // namespace projects
