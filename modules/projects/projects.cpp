#include "modules/projects/projects.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/projects/limit_store.hpp"
#include "modules/projects/project_actions.hpp"
#include "modules/projects/project_store.hpp"

#include <algorithm>

namespace projects
{
namespace
{

ProjectSummary summary_of(const ProjectRow& row)
{
    return {.id = row.id,
            .name = row.name,
            .address = address_line(row.address, row.postal_code, row.city),
            .is_archived = row.is_archived};
}

std::vector<ProjectSummary> summaries_of(const std::vector<ProjectRow>& rows)
{
    std::vector<ProjectSummary> found;
    for (const auto& row : rows)
        found.push_back(summary_of(row));
    return found;
}

/// Nothing when the actor sees all that his client sees.
std::optional<std::vector<ProjectId>> limits_of_actor(tenancy::WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::portal || !actor.membership) return {};
    return LimitStore{tx}.chosen_for(actor.membership);
}

bool is_among(const std::optional<std::vector<ProjectId>>& chosen, ProjectId project)
{
    return !chosen || std::ranges::find(*chosen, project) != chosen->end();
}

CountRequests& counter()
{
    static CountRequests the_counter = nullptr;
    return the_counter;
}

} // namespace

bool is_open_to(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::MembershipId member)
{
    return is_among(LimitStore{tx}.chosen_for(member), project);
}

bool is_limited(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member)
{
    return LimitStore{tx}.chosen_for(member).has_value();
}

ProjectSummary project(tenancy::WorkspaceTransaction& tx, ProjectId id)
{
    const auto found = ProjectStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return {.id = found->id,
            .name = found->name,
            .address = address_line(found->address, found->postal_code, found->city),
            .is_archived = found->archived_at.has_value()};
}

ProjectPlace place_of(tenancy::WorkspaceTransaction& tx, ProjectId id)
{
    const auto found = ProjectStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return {.name = found->name,
            .address = found->address,
            .postal_code = found->postal_code,
            .city = found->city};
}

void move_project(tenancy::WorkspaceTransaction& tx, ProjectId id, const ProjectPlace& place)
{
    auto project = ProjectStore{tx}.find(id);
    if (!project) throw base::NotFound{};
    project->name = place.name;
    project->address = place.address;
    project->postal_code = place.postal_code;
    project->city = place.city;
    save_project(tx, *project, project->version);
}

ProjectSummary project_of_client(tenancy::WorkspaceTransaction& tx, ProjectId id,
                                 tenancy::ClientId client)
{
    if (!is_assigned(tx, id, client) || !is_among(limits_of_actor(tx), id)) throw base::NotFound{};
    auto found = project(tx, id);
    if (found.is_archived) throw base::NotFound{};
    return found;
}

std::vector<ProjectSummary> projects_of(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client)
{
    auto found = summaries_of(ProjectStore{tx}.of_client(client));
    const auto chosen = limits_of_actor(tx);
    std::erase_if(found, [&](const auto& project) { return !is_among(chosen, project.id); });
    return found;
}

std::vector<ProjectSummary> active_projects(tenancy::WorkspaceTransaction& tx, int limit)
{
    return summaries_of(ProjectStore{tx}.list({.limit = limit}));
}

bool is_assigned(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::ClientId client)
{
    return ProjectStore{tx}.is_assigned(project, client);
}

void count_requests_with(CountRequests count)
{
    counter() = count;
}

std::map<ProjectId, RequestCount> request_counts(tenancy::WorkspaceTransaction& tx,
                                                 const std::vector<ProjectId>& projects,
                                                 tenancy::ClientId client)
{
    if (counter() == nullptr || projects.empty()) return {};
    return counter()(tx, projects, client);
}

} // namespace projects
