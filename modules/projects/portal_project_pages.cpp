#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/projects/project_pages.hpp"
#include "modules/projects/projects.hpp"

namespace projects
{
namespace
{

using guard::Call;
using i18n::t;

struct OwnProjects {
    std::vector<ProjectSummary> projects;
    std::map<ProjectId, RequestCount> counts;
};

OwnProjects own_projects(Call& call)
{
    return call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        const auto client = tx.actor().client;
        OwnProjects own{.projects = projects_of(tx, client)};
        std::vector<ProjectId> ids;
        for (const auto& project : own.projects)
            ids.push_back(project.id);
        own.counts = request_counts(tx, ids, client);
        return own;
    });
}

html::Html no_project(const Call& call)
{
    return ui::card(
        {.title = {}, .id = {}},
        ui::empty_state({.icon = "map-pin",
                         .title = t("projects.own.none"),
                         .detail = t("projects.own.none_detail",
                                     {{"business", call.context().workspace().name}})}));
}

html::Html project_row(const Call& call, const ProjectSummary& project, const RequestCount& count)
{
    const auto requests = html::route("/p/{}/demandes", call.context().workspace().slug)
                              .with("site", project.id.text());
    return ui::row_link(
        requests,
        {.lead = ui::tile("map-pin", ui::Tone::Blue),
         .title = project.name,
         .detail = project.address,
         .aside = html::span(html::cls("num text-13 text-fg-3"),
                             t("projects.own.count", {{"open", ui::count_text(count.open)},
                                                      {"total", ui::count_text(count.total)}}))});
}

} // namespace

http::Response list_own_projects(Call& call)
{
    auto own = own_projects(call);
    const auto rows = html::each(own.projects, [&](const ProjectSummary& project) {
        return project_row(call, project, own.counts[project.id]);
    });
    const auto body = html::div(
        html::cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-4"),
        html::h1(html::cls("text-[26px] font-[640] leading-8 tracking-[-.02em]"),
                 t("projects.own.title")),
        own.projects.empty() ? no_project(call) : ui::card({.title = {}, .id = {}}, rows));
    return guard::render(call, guard::Page{.title = t("projects.own.title"),
                                           .body = body,
                                           .is_data_only = true,
                                           .topics = {"sites:" + call.actor().client.text()}});
}

} // namespace projects
