#include "modules/projects/access_code_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
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

std::string row_of(const WorkspaceTransaction& tx, AccessCodeId id)
{
    return tx.workspace().id.text() + ":" + id.text();
}

secrets::Place place_of(const std::string& row)
{
    return {.table = "projects_access_code", .column = "sealed_code", .row = row};
}

} // namespace

AccessCodeId add_access_code(WorkspaceTransaction& tx, const secrets::Vault& vault,
                             ProjectId project, const NewAccessCode& code)
{
    if (!ProjectStore{tx}.find(project)) throw base::NotFound{};
    AccessCodeStore store{tx};
    base::refuse_unless(store.of_project(project).size() < access_codes_max,
                        "projects.code.refusal.full", {{"most", std::to_string(access_codes_max)}});
    const auto id = tx.make_id<AccessCodeId>();
    const auto sealed = vault.seal(code.code, place_of(row_of(tx, id)));
    store.insert({.id = id,
                  .project_id = project,
                  .label = code.label,
                  .sealed_code = base::base64(sealed),
                  .written_at = base::now()});
    tell(tx, project, "projects.code_added", {"label", "", code.label});
    return id;
}

RevealedCode reveal_access_code(WorkspaceTransaction& tx, const secrets::Vault& vault,
                                ProjectId project, AccessCodeId code)
{
    const auto found = found_code(tx, project, code);
    const auto bytes = base::unbase64(found.sealed_code);
    const auto opened = bytes ? vault.open(*bytes, place_of(row_of(tx, code))) : std::nullopt;
    if (opened) tell(tx, project, "projects.code_revealed", {"label", "", found.label});
    return {.label = found.label, .code = opened.value_or(std::string{})};
}

void remove_access_code(WorkspaceTransaction& tx, ProjectId project, AccessCodeId code)
{
    const auto found = found_code(tx, project, code);
    AccessCodeStore{tx}.remove(code);
    tell(tx, project, "projects.code_removed", {"label", found.label, ""});
}

} // namespace projects
