#include "modules/projects/access_code_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/projects/access_code_actions.hpp"
#include "modules/projects/access_code_forms.hpp"
#include "modules/projects/access_code_store.hpp"
#include "modules/projects/access_code_views.hpp"
#include "modules/projects/project_views.hpp"

namespace projects
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

ProjectId project_id(const Call& call)
{
    return call.path_id<ProjectId>("id");
}

html::Url page_of(const Call& call)
{
    return project_path(call.context().workspace().slug, project_id(call));
}

http::Response own_page(Call& call, html::Html body, int status)
{
    const auto title = t("projects.code.title");
    const auto name = call.context().read(
        [&](WorkspaceTransaction& tx) { return project(tx, project_id(call)).name; });
    return guard::render(
        call, guard::Page{.title = title,
                          .body = std::move(body),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("projects.nav"),
                                html::route("/e/{}/projets", call.context().workspace().slug)},
                               {name, page_of(call)},
                               {title, {}}}),
                          .status = status});
}

http::Response form_page(Call& call, const forms::Form<SaveAccessCode>& form)
{
    const auto page = page_of(call);
    return own_page(call,
                    access_code_form_page({.action = html::checked_local(page.text() + "/codes"),
                                           .back = page,
                                           .guard = guard::form_guard(call),
                                           .fields = {form, "projects.code.field"}}),
                    422);
}

} // namespace

html::Html access_codes_card(Call& call, ProjectId project)
{
    const auto path = project_path(call.context().workspace().slug, project);
    return access_codes({.action = html::checked_local(path.text() + "/codes"),
                         .guard = guard::form_guard(call),
                         .lines = call.context().read([&](WorkspaceTransaction& tx) {
                             return AccessCodeStore{tx}.of_project(project);
                         }),
                         .may_manage = call.may("projects.manage"),
                         .may_reveal = call.may("projects.codes")});
}

http::Response create_access_code(Call& call)
{
    auto form = call.form<SaveAccessCode>();
    if (!form.is_valid()) return form_page(call, form);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            add_access_code(tx, call.site().vault(), project_id(call),
                            {.label = form.command.label.value, .code = form.command.code.value});
        });
    } catch (const base::Refusal& refusal) {
        form.errors.add("", refusal.code, refusal.params);
        return form_page(call, form);
    }
    return call.redirect(page_of(call).text(), "projects.code.added");
}

http::Response reveal_access_code(Call& call)
{
    const auto id = call.path_id<AccessCodeId>("code");
    const auto code = call.context().write([&](WorkspaceTransaction& tx) {
        return reveal_access_code(tx, call.site().vault(), project_id(call), id);
    });
    call.forbid_storing();
    return own_page(call, revealed_code({.code = code, .back = page_of(call)}), 200);
}

http::Response delete_access_code(Call& call)
{
    const auto id = call.path_id<AccessCodeId>("code");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_access_code(tx, project_id(call), id); });
    return call.redirect(page_of(call).text(), "projects.code.removed");
}

} // namespace projects
