#include "modules/projects/limit_pages.hpp"

#include "kernel/forms/form.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/projects/limit_actions.hpp"

#include <algorithm>

namespace projects
{
namespace
{

using namespace html;
using guard::Call;
using i18n::t;

struct LimitAccount {
    bool is_limited = false;
    std::vector<ProjectId> project;
};
BOOST_DESCRIBE_STRUCT(LimitAccount, (), (is_limited, project))

Html project_choice(const ProjectSummary& project, const AccountProjects& about)
{
    const bool is_chosen =
        about.chosen && std::ranges::find(*about.chosen, project.id) != about.chosen->end();
    return label(cls("flex items-center gap-2"),
                 input(type("checkbox"), cls("check"), name("project"), value(project.id.text()),
                       when(is_chosen, checked())),
                 span(project.name));
}

Html choices(const AccountProjects& about)
{
    const ui::Field scope{.name = "is_limited",
                          .label = t("projects.limit.scope"),
                          .value = about.chosen ? "1" : "0"};
    return group(
        ui::radio_group(scope, {{.value = "0", .label = t("projects.limit.all"), .hint = {}},
                                {.value = "1", .label = t("projects.limit.some"), .hint = {}}}),
        fieldset(cls("grid gap-2 border-0 p-0"),
                 legend(cls("label mb-2"), t("projects.limit.which")),
                 each(about.projects, [&](const ProjectSummary& project) {
                     return project_choice(project, about);
                 })));
}

} // namespace

Html account_projects_panel(Call& call)
{
    const auto id = call.path_id<tenancy::MembershipId>("account");
    const auto about = call.context().read(
        [&](tenancy::WorkspaceTransaction& tx) { return projects_of_account(tx, id); });
    const auto action =
        route("/e/{}/reglages/portail/{}/sites", call.context().workspace().slug, id);
    const auto content =
        about.projects.empty()
            ? p(cls("text-13 text-fg-3"), t("projects.limit.none"))
            : ui::form({.action = action, .guard = guard::form_guard(call)}, choices(about),
                       ui::form_actions(ui::submit(
                           {.label = t("projects.limit.save"), .kind = ui::ButtonKind::Primary})));
    return ui::card({.title = t("projects.limit.title"), .id = "sites"}, ui::card_body(content));
}

http::Response update_limit(Call& call)
{
    const auto id = call.path_id<tenancy::MembershipId>("account");
    const auto form = call.form<LimitAccount>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto& typed = form.command;
    call.context().write([&](tenancy::WorkspaceTransaction& tx) {
        limit_account(tx, id, typed.is_limited ? std::optional{typed.project} : std::nullopt);
    });
    return call.redirect(call.in_workspace("/reglages/portail/" + id.text()),
                         "projects.notice.limited");
}

} // namespace projects
