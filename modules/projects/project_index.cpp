#include "modules/projects/project_index.hpp"

#include "kernel/i18n/translate.hpp"
#include "modules/projects/project_search_store.hpp"
#include "modules/projects/project_store.hpp"
#include "modules/projects/projects.hpp"

namespace projects
{
namespace
{

using search::Scope;
using tenancy::WorkspaceTransaction;

std::vector<search::Hit> show_to_staff(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    for (const auto& row : ProjectSearchStore{tx}.hits(ids))
        hits.push_back({.id = row.id,
                        .title = row.name,
                        .detail = row.city,
                        .path = "/projets/" + std::to_string(row.id),
                        .state = row.is_archived ? i18n::t("projects.archived") : "",
                        .tone = "gray"});
    return hits;
}

/// His sites have no page of their own: the list says all there is.
std::vector<search::Hit> show_to_client(WorkspaceTransaction& tx,
                                        const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    const auto& actor = tx.actor();
    for (const auto& row : ProjectSearchStore{tx}.hits_of_client(ids, actor.client))
        if (is_open_to(tx, ProjectId{row.id}, actor.membership))
            hits.push_back({.id = row.id, .title = row.name, .detail = row.city, .path = "/sites"});
    return hits;
}

std::vector<search::Document> read_project(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto project = ProjectStore{tx}.find(ProjectId{id});
    if (!project) return {};
    return {names_of(*project, readers_of(tx, project->id)), text_of(*project)};
}

std::vector<std::int64_t> project_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return ProjectSearchStore{tx}.ids(after, limit);
}

} // namespace

search::Document names_of(const Project& project, std::vector<Scope> scopes)
{
    search::Names names;
    names.words(project.name).words(project.city).words(project.postal_code).words(project.address);
    return {.kind = "project",
            .id = project.id.value,
            .scopes = std::move(scopes),
            .terms = names.terms()};
}

search::Document text_of(const Project& project)
{
    return {.kind = "project",
            .id = project.id.value,
            .field = search::Field::text,
            .scopes = {Scope::staff()},
            .terms = search::text_terms(project.name + " " + project.address + " " +
                                        project.description)};
}

std::vector<Scope> readers_of(WorkspaceTransaction& tx, ProjectId project)
{
    std::vector<Scope> readers{Scope::staff()};
    for (const auto client : ProjectSearchStore{tx}.clients_of(project))
        readers.push_back(Scope::of_client(client));
    return readers;
}

search::Kind project_kind()
{
    return {.name = "project",
            .label_key = "projects.nav",
            .client_label_key = "projects.nav",
            .icon = "map-pin",
            .permission = "projects.view",
            .order = 20,
            .to_staff = show_to_staff,
            .to_client = show_to_client};
}

search::Source project_source()
{
    return {.name = std::string{project_texts}, .read = read_project, .ids = project_ids};
}

} // namespace projects
