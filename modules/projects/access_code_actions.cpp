#include "modules/projects/access_code_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/projects/access_code_store.hpp"
#include "modules/projects/project_store.hpp"

namespace projects
{
namespace
{

using tenancy::WorkspaceTransaction;

void tell(WorkspaceTransaction& tx, ProjectId project, std::string_view action,
          const audit::Change& change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "project",
                       .subject = project.value,
                       .changes = {change}});
    events::touch(tx, "project:" + project.text());
}

AccessCode found_code(WorkspaceTransaction& tx, ProjectId project, AccessCodeId id)
{
    const auto found = AccessCodeStore{tx}.find(id);
    if (!found || found->project_id != project) throw base::NotFound{};
    return *found;
}

} // namespace

AccessCodeId add_access_code(WorkspaceTransaction& tx, ProjectId project, const std::string& label,
                             const std::string& code)
{
    if (!ProjectStore{tx}.find(project)) throw base::NotFound{};
    AccessCodeStore store{tx};
    base::refuse_unless(store.of_project(project).size() < access_codes_max,
                        "projects.code.refusal.full", {{"most", std::to_string(access_codes_max)}});
    const AccessCode row{.id = tx.make_id<AccessCodeId>(),
                         .project_id = project,
                         .label = label,
                         .code = code,
                         .written_at = base::now()};
    store.insert(row);
    tell(tx, project, "projects.code_added", {"label", "", label});
    return row.id;
}

AccessCode reveal_access_code(WorkspaceTransaction& tx, ProjectId project, AccessCodeId code)
{
    auto found = found_code(tx, project, code);
    tell(tx, project, "projects.code_revealed", {"label", "", found.label});
    return found;
}

void remove_access_code(WorkspaceTransaction& tx, ProjectId project, AccessCodeId code)
{
    const auto found = found_code(tx, project, code);
    AccessCodeStore{tx}.remove(code);
    tell(tx, project, "projects.code_removed", {"label", found.label, ""});
}

} // namespace projects
