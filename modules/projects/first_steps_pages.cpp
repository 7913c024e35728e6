#include "modules/projects/first_steps_pages.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/guard/open_pages.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/projects/first_steps_store.hpp"

namespace projects
{
namespace
{

using html::route;
using i18n::t;

enum class Step { ToDo, Done };

/// A business without worksites has no such page.
constexpr std::string_view new_project_path = "/projets/nouveau";

html::Html step_row(const html::Url& to, ui::Icon icon, const char* key, Step state)
{
    const bool is_done = state == Step::Done;
    return ui::row_link(
        to, {.lead = is_done ? ui::tile("check", ui::Tone::Green) : ui::tile(icon, ui::Tone::Blue),
             .title = t(key),
             .detail = is_done ? t("projects.first_steps.done") : t(std::string{key} + "_detail")});
}

/// With what work begins, said by the module whose page makes a project and assigns it in one go.
html::Html step_of_work(guard::Call& call, Step state)
{
    auto said = guard::panels_in(call, "first_steps");
    if (!said.empty()) return said;
    if (!guard::is_open(call, new_project_path)) return html::none;
    return step_row(route("/e/{}/projets/nouveau", call.context().workspace().slug), "map-pin-plus",
                    "projects.first_steps.project", state);
}

/// Where clients may not register by themselves, nobody is told they do.
html::Html step_of_client(guard::Call& call, Step state)
{
    const auto policy = call.context().read([](tenancy::WorkspaceTransaction& tx) {
        return auth::portal_signup(tx, tx.workspace().id);
    });
    const bool is_open = policy == presets::SignupPolicy::open;
    return step_row(route("/e/{}/clients/nouveau", call.context().workspace().slug), "user-plus",
                    is_open ? "projects.first_steps.client" : "projects.first_steps.own_client",
                    state);
}

Step done_when(bool is_done)
{
    return is_done ? Step::Done : Step::ToDo;
}

} // namespace

html::Html first_steps_panel(guard::Call& call)
{
    const auto done = call.context().read(first_steps);
    const bool has_work = done.has_assignment || !guard::is_open(call, new_project_path);
    if (done.has_colleague && done.has_client && has_work) return html::none;
    const auto& slug = call.context().workspace().slug;
    const auto door = route("/p/{}", slug);
    return ui::card(
        {.title = t("projects.first_steps.title"), .id = "first-steps"},
        html::group(step_row(route("/e/{}/reglages/equipe", slug), "users-round",
                             "projects.first_steps.team", done_when(done.has_colleague)),
                    step_of_client(call, done_when(done.has_client)),
                    step_of_work(call, done_when(done.has_assignment)),
                    ui::row_link(door, {.lead = ui::tile("smartphone", ui::Tone::Blue),
                                        .title = t("projects.first_steps.portal"),
                                        .detail = mail::absolute_url(door.text())})));
}

} // namespace projects
