#include "modules/projects/project_line_pages.hpp"

#include "modules/projects/project_store.hpp"

namespace projects
{

guard::SubjectKind::Lines project_lines(tenancy::WorkspaceTransaction& tx,
                                        const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("projects.view")) return lines;
    ProjectStore store{tx};
    for (const auto id : ids) {
        const auto project = store.find(ProjectId{id});
        if (project)
            lines.emplace(id, guard::SubjectLine{.title = project->name,
                                                 .detail = {},
                                                 .path = "/projets/" + project->id.text()});
    }
    return lines;
}

} // namespace projects
