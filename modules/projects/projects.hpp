#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/projects/project.hpp"

#include <map>
#include <string>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of projects: where the work happens, and which clients may see it.
///
/// A client sees the projects assigned to his record and nothing else; taking an assignment away
/// hides them at once. One of his people may be limited to some of them. Lists that must join read
/// `projects_published_project (workspace_id, id, name, search_key, address, postal_code, city,
/// archived_at)` and `projects_published_assignment (workspace_id, project_id, client_id)`; what
/// they show to a portal user is open to him when `projects_published_limit (workspace_id,
/// membership_id, project_id)` has no row of his, or one for that project.
namespace projects
{

void describe(kernel::Module& module);

/// Projects proposed in a selection list, at most.
inline constexpr int project_choices_max = 500;

struct ProjectSummary {
    ProjectId id;
    std::string name;
    std::string address; ///< on one line
    bool is_archived = false;
};

/// Whether a portal user may see this project of his client's: who is limited sees those the team
/// chose for him, the others all. That the client has it (is_assigned) is asked apart.
bool is_open_to(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::MembershipId member);
/// Whether the team chose some of his client's projects for him.
bool is_limited(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member);

/// Throws base::NotFound for a project this workspace does not hold.
ProjectSummary project(tenancy::WorkspaceTransaction& tx, ProjectId id);
/// The same for a client: a project not assigned to him, or archived, is not found; nor is, for an
/// actor of the portal who is limited, one that is not open to him.
ProjectSummary project_of_client(tenancy::WorkspaceTransaction& tx, ProjectId id,
                                 tenancy::ClientId client);
/// Those assigned to the client, by name, at most 200; archived ones are left out, and those not
/// open to an actor of the portal.
std::vector<ProjectSummary> projects_of(tenancy::WorkspaceTransaction& tx,
                                        tenancy::ClientId client);
/// Those of the workspace that are not archived, by name, at most `limit`.
std::vector<ProjectSummary> active_projects(tenancy::WorkspaceTransaction& tx, int limit);
bool is_assigned(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::ClientId client);

/// Writes a project; refuses "projects.refusal.no_name". Id, key, dates and version are set here.
ProjectId add_project(tenancy::WorkspaceTransaction& tx, Project project);
/// What a worksite is called and where it is, changed by the module that shows it. Throws
/// base::NotFound; refuses "projects.refusal.no_name".
struct ProjectPlace {
    std::string name;
    std::string address;
    std::string postal_code;
    std::string city;
};
ProjectPlace place_of(tenancy::WorkspaceTransaction& tx, ProjectId id);
void move_project(tenancy::WorkspaceTransaction& tx, ProjectId id, const ProjectPlace& place);
/// Assigns a client; nothing happens when it is already done. Throws base::NotFound for a foreign
/// id, refuses "projects.refusal.archived".
void assign_client(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::ClientId client);

/// The typed slot « how many requests are on these projects »: open and all, each counted up to 100
/// and shown as « 99+ ». One module fills it when it is described; without it no figures are shown.
/// `client` zero = of every client.
struct RequestCount {
    std::int64_t open = 0;
    std::int64_t total = 0;
};
using CountRequests = std::map<ProjectId, RequestCount> (*)(tenancy::WorkspaceTransaction& tx,
                                                            const std::vector<ProjectId>& projects,
                                                            tenancy::ClientId client);
void count_requests_with(CountRequests count);
std::map<ProjectId, RequestCount> request_counts(tenancy::WorkspaceTransaction& tx,
                                                 const std::vector<ProjectId>& projects,
                                                 tenancy::ClientId client);

} // namespace projects
