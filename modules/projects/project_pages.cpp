#include "modules/projects/project_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/open_pages.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/access_code_pages.hpp"
#include "modules/projects/project_actions.hpp"
#include "modules/projects/project_forms.hpp"
#include "modules/projects/project_store.hpp"
#include "modules/projects/project_views.hpp"

namespace projects
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/projets", slug_of(call));
}

html::Html crumbs(const Call& call, const std::string& here)
{
    return ui::breadcrumbs({{t("projects.nav"), list_path(call)}, {here, {}}});
}

ProjectSearch search_of(const Call& call)
{
    ProjectSearch search{.prefix = base::fold(base::shorten(call.query("q"), 100)),
                         .with_archived = call.query("archives") == "1",
                         .after_key = std::string{call.query("apres")}};
    if (const auto id = ProjectId::parse(call.query("id"))) search.after_id = *id;
    search.limit = project_page_rows + 1;
    return search;
}

std::optional<html::Url> next_page(const Call& call, std::vector<ProjectRow>& rows)
{
    if (rows.size() <= project_page_rows) return {};
    rows.pop_back();
    return list_path(call)
        .with("q", call.query("q"))
        .with("archives", call.query("archives"))
        .with("apres", rows.back().search_key)
        .with("id", rows.back().id.text());
}

template <class Rows>
std::vector<ProjectId> ids_of(const Rows& rows)
{
    std::vector<ProjectId> ids;
    for (const auto& row : rows)
        ids.push_back(row.id);
    return ids;
}

Project project_of(Call& call)
{
    const auto id = call.path_id<ProjectId>("id");
    const auto project =
        call.context().read([&](WorkspaceTransaction& tx) { return ProjectStore{tx}.find(id); });
    if (!project) throw base::NotFound{};
    return *project;
}

http::Response form_page(Call& call, const forms::Form<SaveProject>& form, const Project& project)
{
    const bool is_new = !project.id;
    const auto path = is_new ? list_path(call) : project_path(slug_of(call), project.id);
    const auto title = is_new ? t("projects.list.new") : project.name;
    const ProjectFormView view{.action = path,
                               .back = path,
                               .guard = guard::form_guard(call),
                               .fields = {form, "projects.field"},
                               .is_new = is_new};
    return guard::render(call, guard::Page{.title = title,
                                           .body = project_form(view),
                                           .breadcrumbs = crumbs(call, title),
                                           .status = form.is_valid() ? 200 : 422});
}

/// The form again, what was typed beside what somebody else saved (409).
http::Response stale_page(Call& call, const forms::Form<SaveProject>& form)
{
    const auto project = project_of(call);
    const auto path = project_path(slug_of(call), project.id);
    ProjectFormView view{.action = path,
                         .back = path,
                         .guard = guard::form_guard(call),
                         .fields = {form, "projects.field"},
                         .is_new = false};
    view.fields.set_beside(form_of(project).typed, {{"is_archived", t("projects.archived")}});
    return guard::render(call, guard::Page{.title = project.name,
                                           .body = project_form(view),
                                           .breadcrumbs = crumbs(call, project.name),
                                           .status = 409});
}

std::vector<ui::Choice> clients_without(WorkspaceTransaction& tx,
                                        const std::vector<AssignedClient>& assigned)
{
    std::vector<ui::Choice> choices;
    for (const auto& client : crm::active_clients(tx)) {
        bool is_there = false;
        for (const auto& one : assigned)
            is_there = is_there || one.client_id == client.id;
        if (!is_there) choices.push_back({.value = client.id.text(), .label = client.name});
    }
    return choices;
}

html::Url page_after(const Call& call, const AssignClient& done)
{
    if (done.back == AssignmentPage::client)
        return html::route("/e/{}/clients/{}", slug_of(call), done.client);
    return project_path(slug_of(call), done.project);
}

} // namespace

http::Response list_projects(Call& call)
{
    const auto search = search_of(call);
    auto view = call.context().read([&](WorkspaceTransaction& tx) {
        ProjectListView read{.rows = ProjectStore{tx}.list(search)};
        read.next = next_page(call, read.rows);
        read.counts = request_counts(tx, ids_of(read.rows), {});
        return read;
    });
    view.slug = slug_of(call);
    view.query = std::string{call.query("q")};
    view.with_archived = search.with_archived;
    view.may_manage = call.may("projects.manage");
    const auto add = ui::link_button(html::route("/e/{}/projets/nouveau", slug_of(call)),
                                     {.label = t("projects.list.new"),
                                      .icon = "plus",
                                      .kind = ui::ButtonKind::Primary,
                                      .hotkey = "c"});
    return guard::render(call, guard::Page{.title = t("projects.nav"),
                                           .body = project_list(view),
                                           .top = html::when(view.may_manage, add),
                                           .is_data_only = true,
                                           .topics = {"projects", "tickets"}});
}

http::Response new_project(Call& call)
{
    const auto kept = call.blank_form<SaveProject>();
    return form_page(call, kept.typed.empty() ? form_of({}) : kept, {});
}

http::Response create_project(Call& call)
{
    const auto form = call.form<SaveProject>();
    if (!form.is_valid()) return form_page(call, form, {});

    const auto id = call.context().write([&](WorkspaceTransaction& tx) {
        return add_project(tx, applied(form.command, {}, base::now()));
    });
    return call.redirect(project_path(slug_of(call), id).text(), "projects.notice.added");
}

http::Response show_project(Call& call)
{
    const auto project = project_of(call);
    const bool may_manage = call.may("projects.manage");
    const bool may_list_requests = guard::is_open(call, "/tickets");
    const auto codes = access_codes_card(call, project.id);
    const auto body = call.context().read([&](WorkspaceTransaction& tx) {
        const auto clients = ProjectStore{tx}.clients_of(project.id);
        return project_page({.slug = slug_of(call),
                             .project = project,
                             .clients = clients,
                             .count = request_counts(tx, {project.id}, {})[project.id],
                             .assignable = may_manage && !project.archived_at
                                               ? clients_without(tx, clients)
                                               : std::vector<ui::Choice>{},
                             .may_manage = may_manage,
                             .may_audit = call.may("audit.view"),
                             .may_list_requests = may_list_requests,
                             .guard = guard::form_guard(call),
                             .codes = codes});
    });
    const auto edit = html::route("/e/{}/projets/{}/modifier", slug_of(call), project.id);
    return guard::render(
        call, guard::Page{.title = project.name,
                          .body = body,
                          .top = html::when(may_manage,
                                            ui::link_button(edit, {.label = t("projects.page.edit"),
                                                                   .icon = "pencil"})),
                          .breadcrumbs = crumbs(call, project.name),
                          .is_data_only = true,
                          .topics = {"project:" + project.id.text()}});
}

http::Response edit_project(Call& call)
{
    const auto project = project_of(call);
    const auto kept = call.blank_form<SaveProject>();
    return form_page(call, kept.typed.empty() ? form_of(project) : kept, project);
}

http::Response update_project(Call& call)
{
    const auto project = project_of(call);
    const auto form = call.form<SaveProject>();
    if (!form.is_valid()) return form_page(call, form, project);

    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_project(tx, applied(form.command, project, base::now()), seen);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return stale_page(call, form);
    }
    return call.redirect(project_path(slug_of(call), project.id).text(), "projects.notice.saved");
}

http::Response create_assignment(Call& call)
{
    const auto form = call.form<AssignClient>();
    base::refuse_unless(form.is_valid(), "projects.refusal.nothing_chosen");

    call.context().write([&](WorkspaceTransaction& tx) {
        assign_client(tx, form.command.project, form.command.client);
    });
    return call.redirect(page_after(call, form.command).text(), "projects.notice.assigned");
}

http::Response delete_assignment(Call& call)
{
    const auto project = call.path_id<ProjectId>("id");
    const auto client = call.path_id<tenancy::ClientId>("client");
    call.context().write([&](WorkspaceTransaction& tx) { unassign_client(tx, project, client); });
    return call.redirect(project_path(slug_of(call), project).text(), "projects.notice.unassigned");
}

html::Html projects_of_client_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const bool may_manage = call.may("projects.manage");
    return client_projects(call.context().read([&](WorkspaceTransaction& tx) {
        ClientProjectsView view{.slug = slug_of(call),
                                .client = client,
                                .projects = projects_of(tx, client),
                                .may_manage = may_manage,
                                .guard = guard::form_guard(call)};
        view.counts = request_counts(tx, ids_of(view.projects), client);
        if (!may_manage) return view;
        for (const auto& project : active_projects(tx, project_choices_max))
            if (!is_assigned(tx, project.id, client))
                view.assignable.push_back({.value = project.id.text(), .label = project.name});
        return view;
    }));
}

html::Html waiting_clients_panel(Call& call)
{
    const auto& context = call.context();
    return waiting_clients({.slug = slug_of(call),
                            .clients = context.read([](WorkspaceTransaction& tx) {
                                return ProjectStore{tx}.waiting();
                            }),
                            .now = context.now(),
                            .zone = context.workspace().time_zone});
}

} // namespace projects
