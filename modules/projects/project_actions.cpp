#include "modules/projects/project_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/events.hpp"
#include "modules/projects/project_index.hpp"
#include "modules/projects/project_mails.hpp"
#include "modules/projects/project_store.hpp"

namespace projects
{
namespace
{

using base::refuse_unless;

void touch_project(tenancy::WorkspaceTransaction& tx, ProjectId project)
{
    events::touch(tx, "projects");
    events::touch(tx, "project:" + project.text());
}

void audit_assignment(tenancy::WorkspaceTransaction& tx, std::string_view action, ProjectId project,
                      tenancy::ClientId client)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "project",
                       .subject = project.value,
                       .changes = {{"client", "", client.text()}}});
    touch_project(tx, project);
    events::touch(tx, "sites:" + client.text());
}

void index_again(tenancy::WorkspaceTransaction& tx, const Project& before, const Project& after)
{
    search::index_later(tx, {{project_texts, after.id.value}});
    const auto readers = readers_of(tx, after.id);
    search::replace(tx, names_of(before, readers), names_of(after, readers).terms);
    search::replace(tx, text_of(before), text_of(after).terms);
}

} // namespace

ProjectId add_project(tenancy::WorkspaceTransaction& tx, Project project)
{
    refuse_unless(!project.name.empty(), "projects.refusal.no_name");

    project.id = tx.make_id<ProjectId>();
    project.search_key = base::fold(project.name);
    project.created_at = base::now();
    project.updated_at = project.created_at;
    project.version = 1;
    ProjectStore{tx}.insert(project);
    search::add(tx, names_of(project, {search::Scope::staff()}));
    search::index_later(tx, {{project_texts, project.id.value}});
    audit::append(tx, {.action = "projects.project_added",
                       .subject_kind = "project",
                       .subject = project.id.value,
                       .changes = {{"name", "", project.name}}});
    touch_project(tx, project.id);
    return project.id;
}

void save_project(tenancy::WorkspaceTransaction& tx, Project project, std::int64_t seen_version)
{
    ProjectStore store{tx};
    const auto before = store.find(project.id);
    if (!before) throw base::NotFound{};
    refuse_unless(!project.name.empty(), "projects.refusal.no_name");

    project.search_key = base::fold(project.name);
    project.updated_at = base::now();
    if (!store.update(project, seen_version))
        throw base::Refusal{
            "projects.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    index_again(tx, *before, project);
    audit::append(tx, {.action = "projects.project_saved",
                       .subject_kind = "project",
                       .subject = project.id.value,
                       .changes = {{"name", before->name, project.name},
                                   {"address", before->address, project.address},
                                   {"description", before->description, project.description}}});
    touch_project(tx, project.id);
    for (const auto& client : store.clients_of(project.id))
        events::touch(tx, "sites:" + client.client_id.text());
    events::publish(
        tx, ProjectSaved{.project = project.id, .name_before = before->name, .name = project.name});
}

void assign_client(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::ClientId client)
{
    ProjectStore store{tx};
    const auto found = store.find(project);
    if (!found) throw base::NotFound{};
    crm::client(tx, client);
    refuse_unless(!found->archived_at, "projects.refusal.archived");

    if (!store.assign(project, client, base::now())) return;
    store.remove_waiting(client);
    search::add(tx, names_of(*found, {search::Scope::of_client(client)}));
    audit_assignment(tx, "projects.client_assigned", project, client);
    events::publish(tx, ClientAssigned{project, client});
}

void unassign_client(tenancy::WorkspaceTransaction& tx, ProjectId project, tenancy::ClientId client)
{
    ProjectStore store{tx};
    if (!store.unassign(project, client)) throw base::NotFound{};
    if (const auto left = store.find(project))
        search::remove(tx, names_of(*left, {search::Scope::of_client(client)}));
    audit_assignment(tx, "projects.client_unassigned", project, client);
    events::publish(tx, ClientUnassigned{project, client});
}

void ask_for_assignment(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                        const std::string& person_name)
{
    ProjectStore store{tx};
    if (!store.of_client(client).empty()) return;

    store.add_waiting(client, base::now());
    events::touch(tx, "projects");
    mail_waiting_client(tx, client, person_name);
}

} // namespace projects
