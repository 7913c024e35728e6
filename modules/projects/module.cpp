#include "kernel/module.hpp"

#include "modules/projects/access_code_pages.hpp"
#include "modules/projects/client_listeners.hpp"
#include "modules/projects/client_timeline_store.hpp"
#include "modules/projects/first_steps_pages.hpp"
#include "modules/projects/limit_pages.hpp"
#include "modules/projects/moved_client_store.hpp"
#include "modules/projects/project_index.hpp"
#include "modules/projects/project_line_pages.hpp"
#include "modules/projects/project_mails.hpp"
#include "modules/projects/project_pages.hpp"
#include "modules/projects/projects.hpp"

namespace projects
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("projects.view", "projects.permission.view");
    module.permission("projects.manage", "projects.permission.manage");
    module.permission("projects.codes", "projects.permission.codes");

    module.staff("/projets")
        .get("", list_projects, needs("projects.view"))
        .get("/nouveau", new_project, needs("projects.manage"))
        .post("", create_project, needs("projects.manage"), "SaveProject")
        .post("/affectations", create_assignment, needs("projects.manage"), "AssignClient")
        .get("/{id}", show_project, needs("projects.view"), "project")
        .get("/{id}/modifier", edit_project, needs("projects.manage"), "project")
        .post("/{id}", update_project, needs("projects.manage"), "SaveProject", "project")
        .post("/{id}/clients/{client}/retrait", delete_assignment, needs("projects.manage"), {},
              "assignment");
    module.staff("/projets/{id}/codes")
        .post("", create_access_code, needs("projects.manage"), "SaveAccessCode", "project")
        .post("/{code}/lecture", reveal_access_code, needs("projects.codes"), {}, "access_code")
        .post("/{code}/retrait", delete_access_code, needs("projects.manage"), {}, "access_code");
    module.staff("/reglages/portail/{account}/sites")
        .post("", update_limit, needs("clients.manage"), "LimitAccount", "portal_account");
    module.portal("/sites").get("", list_own_projects, needs("projects.view"));

    module.subject({.kind = "project", .lines = project_lines});
    module.nav({.label_key = "projects.nav",
                .path = "/projets",
                .icon = "map-pin",
                .permission = "projects.view",
                .order = 20,
                .hotkey = "g s"});
    module.nav({.label_key = "projects.nav",
                .path = "/sites",
                .icon = "map-pin",
                .permission = "projects.view",
                .side = tenancy::Side::portal,
                .order = 20});
    module.panel({.slot = "client",
                  .permission = "projects.view",
                  .order = 10,
                  .render = projects_of_client_panel});
    module.panel({.slot = "portal_account",
                  .permission = "clients.manage",
                  .order = 10,
                  .render = account_projects_panel});
    module.panel({.slot = "home",
                  .permission = "workspace.settings",
                  .order = 1,
                  .render = first_steps_panel});
    module.panel({.slot = "home",
                  .permission = "clients.manage",
                  .order = 40,
                  .render = waiting_clients_panel});
    module.searchable(project_kind());
    module.indexed(project_source());
    module.creation({.label_key = "projects.list.new",
                     .path = "/projets/nouveau",
                     .icon = "map-pin-plus",
                     .permission = "projects.manage",
                     .order = 30});
    module.on<crm::PortalUserLinked>(on_portal_user_linked);
    offer_mails();
    crm::limited_when(is_limited);
    crm::move_with(assignment_rows());
    crm::move_with(waiting_rows());
    crm::add_to_timeline(project_timeline());
}

} // namespace projects
