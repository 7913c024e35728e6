#include "modules/projects/first_steps_pages.hpp"

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

html::Html step_row(const html::Url& to, ui::Icon icon, const char* key, Step state)
{
    const bool is_done = state == Step::Done;
    return ui::row_link(
        to, {.lead = is_done ? ui::tile("check", ui::Tone::Green) : ui::tile(icon, ui::Tone::Blue),
             .title = t(key),
             .detail = is_done ? t("projects.first_steps.done") : t(std::string{key} + "_detail")});
}

Step done_when(bool is_done)
{
    return is_done ? Step::Done : Step::ToDo;
}

} // namespace

html::Html first_steps_panel(guard::Call& call)
{
    const auto done = call.context().read(first_steps);
    if (done.has_colleague && done.has_client && done.has_assignment) return html::none;
    const auto& slug = call.context().workspace().slug;
    const auto door = route("/p/{}", slug);
    return ui::card(
        {.title = t("projects.first_steps.title"), .id = "first-steps"},
        html::group(step_row(route("/e/{}/reglages/equipe", slug), "users-round",
                             "projects.first_steps.team", done_when(done.has_colleague)),
                    step_row(route("/e/{}/clients/nouveau", slug), "user-plus",
                             "projects.first_steps.client", done_when(done.has_client)),
                    step_row(route("/e/{}/projets/nouveau", slug), "map-pin-plus",
                             "projects.first_steps.project", done_when(done.has_assignment)),
                    ui::row_link(door, {.lead = ui::tile("smartphone", ui::Tone::Blue),
                                        .title = t("projects.first_steps.portal"),
                                        .detail = mail::absolute_url(door.text())})));
}

} // namespace projects
