#include "modules/projects/project_store.hpp"

namespace projects
{
namespace
{

constexpr db::Table<Project> project_table{"projects_project"};

constexpr int projects_of_client_max = 200;
constexpr int clients_of_project_max = 200;
constexpr int waiting_shown_max = 10;
/// Greater than every folded text: the end of a prefix range.
constexpr const char* after_every_text = "\xF4\x8F\xBF\xBF";

constexpr db::Query find_project{"projects.find", R"sql(
    SELECT id, name, search_key, address, postal_code, city, description, archived_at,
           created_at, updated_at, version
      FROM projects_project
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_project{"projects.update", R"sql(
    UPDATE projects_project
       SET name = :name, search_key = :search_key, address = :address,
           postal_code = :postal_code, city = :city, description = :description,
           archived_at = :archived_at, updated_at = :updated_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query list_projects{"projects.list", R"sql(
    SELECT p.id, p.name, p.search_key, p.address, p.postal_code, p.city,
           p.archived_at IS NOT NULL AS is_archived,
           (SELECT count(*) FROM projects_assignment a
             WHERE a.workspace_id = p.workspace_id AND a.project_id = p.id) AS client_count
      FROM projects_project p
     WHERE p.workspace_id = :workspace
       AND p.search_key >= :from AND p.search_key < :until
       AND (p.search_key, p.id) > (:after_key, :after_id)
       AND (CAST(:with_archived AS BOOLEAN) OR p.archived_at IS NULL)
     ORDER BY p.search_key, p.id
     LIMIT :limit
)sql"};

constexpr db::Query projects_of_client{"projects.of_client", R"sql(
    SELECT p.id, p.name, p.search_key, p.address, p.postal_code, p.city,
           FALSE AS is_archived, CAST(1 AS BIGINT) AS client_count
      FROM projects_assignment a
      JOIN projects_project p ON p.workspace_id = a.workspace_id AND p.id = a.project_id
     WHERE a.workspace_id = :workspace AND a.client_id = :client AND p.archived_at IS NULL
     ORDER BY p.search_key, p.id
     LIMIT :limit
)sql"};

constexpr db::Query clients_of_project{"projects.clients_of", R"sql(
    SELECT a.client_id, c.name, a.assigned_at
      FROM projects_assignment a
      JOIN crm_published_client c ON c.workspace_id = a.workspace_id AND c.id = a.client_id
     WHERE a.workspace_id = :workspace AND a.project_id = :project
     ORDER BY c.search_key, a.client_id
     LIMIT :limit
)sql"};

constexpr db::Query find_assignment{"projects.find_assignment", R"sql(
    SELECT assigned_at
      FROM projects_assignment
     WHERE workspace_id = :workspace AND project_id = :project AND client_id = :client
)sql"};

constexpr db::Query insert_assignment{"projects.assign", R"sql(
    INSERT INTO projects_assignment (workspace_id, project_id, client_id, assigned_by, assigned_at)
    VALUES (:workspace, :project, :client, :by, :at)
    ON CONFLICT (workspace_id, project_id, client_id) DO NOTHING
)sql"};

constexpr db::Query delete_assignment{"projects.unassign", R"sql(
    DELETE FROM projects_assignment
     WHERE workspace_id = :workspace AND project_id = :project AND client_id = :client
)sql"};

constexpr db::Query insert_waiting{"projects.add_waiting", R"sql(
    INSERT INTO projects_waiting_client (workspace_id, client_id, since)
    VALUES (:workspace, :client, :since)
    ON CONFLICT (workspace_id, client_id) DO NOTHING
)sql"};

constexpr db::Query delete_waiting{"projects.remove_waiting", R"sql(
    DELETE FROM projects_waiting_client WHERE workspace_id = :workspace AND client_id = :client
)sql"};

constexpr db::Query list_waiting{"projects.waiting", R"sql(
    SELECT w.client_id, c.name, w.since
      FROM projects_waiting_client w
      JOIN crm_published_client c ON c.workspace_id = w.workspace_id AND c.id = w.client_id
     WHERE w.workspace_id = :workspace
     ORDER BY w.since, w.client_id
     LIMIT :limit
)sql"};

} // namespace

void ProjectStore::insert(const Project& project)
{
    tx_.insert(project_table, project);
}

bool ProjectStore::update(const Project& project, std::int64_t seen_version)
{
    return tx_.execute(update_project, {{"id", project.id},
                                        {"name", project.name},
                                        {"search_key", project.search_key},
                                        {"address", project.address},
                                        {"postal_code", project.postal_code},
                                        {"city", project.city},
                                        {"description", project.description},
                                        {"archived_at", project.archived_at},
                                        {"updated_at", project.updated_at},
                                        {"seen_version", seen_version}}) == 1;
}

std::optional<Project> ProjectStore::find(ProjectId id)
{
    return tx_.find<Project>(find_project, {{"id", id}});
}

std::vector<ProjectRow> ProjectStore::list(const ProjectSearch& search)
{
    return tx_.rows<ProjectRow>(list_projects, {{"from", search.prefix},
                                                {"until", search.prefix + after_every_text},
                                                {"after_key", search.after_key},
                                                {"after_id", search.after_id},
                                                {"with_archived", search.with_archived},
                                                {"limit", search.limit}});
}

std::vector<ProjectRow> ProjectStore::of_client(tenancy::ClientId client)
{
    return tx_.rows<ProjectRow>(projects_of_client,
                                {{"client", client}, {"limit", projects_of_client_max}});
}

std::vector<AssignedClient> ProjectStore::clients_of(ProjectId project)
{
    return tx_.rows<AssignedClient>(clients_of_project,
                                    {{"project", project}, {"limit", clients_of_project_max}});
}

bool ProjectStore::is_assigned(ProjectId project, tenancy::ClientId client)
{
    return tx_.value<std::int64_t>(find_assignment, {{"project", project}, {"client", client}})
        .has_value();
}

bool ProjectStore::assign(ProjectId project, tenancy::ClientId client, base::Instant at)
{
    return tx_.execute(insert_assignment, {{"project", project},
                                           {"client", client},
                                           {"by", tx_.actor().membership},
                                           {"at", at}}) == 1;
}

bool ProjectStore::unassign(ProjectId project, tenancy::ClientId client)
{
    return tx_.execute(delete_assignment, {{"project", project}, {"client", client}}) == 1;
}

void ProjectStore::add_waiting(tenancy::ClientId client, base::Instant since)
{
    tx_.execute(insert_waiting, {{"client", client}, {"since", since}});
}

void ProjectStore::remove_waiting(tenancy::ClientId client)
{
    tx_.execute(delete_waiting, {{"client", client}});
}

std::vector<WaitingClient> ProjectStore::waiting()
{
    return tx_.rows<WaitingClient>(list_waiting, {{"limit", waiting_shown_max}});
}

} // namespace projects
