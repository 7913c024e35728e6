#include "modules/projects/access_code_store.hpp"

namespace projects
{
namespace
{

constexpr db::Table<AccessCode> code_table{"projects_access_code"};

constexpr db::Query find_code{"projects.find_access_code", R"sql(
    SELECT id, project_id, label, sealed_code, written_at
      FROM projects_access_code
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_code{"projects.delete_access_code", R"sql(
    DELETE FROM projects_access_code WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_codes{"projects.access_codes", R"sql(
    SELECT id, label
      FROM projects_access_code
     WHERE workspace_id = :workspace AND project_id = :project
     ORDER BY id
     LIMIT :limit
)sql"};

} // namespace

void AccessCodeStore::insert(const AccessCode& code)
{
    tx_.insert(code_table, code);
}

std::optional<AccessCode> AccessCodeStore::find(AccessCodeId id)
{
    return tx_.find<AccessCode>(find_code, {{"id", id}});
}

void AccessCodeStore::remove(AccessCodeId id)
{
    tx_.execute(delete_code, {{"id", id}});
}

std::vector<AccessCodeLine> AccessCodeStore::of_project(ProjectId project)
{
    return tx_.rows<AccessCodeLine>(list_codes,
                                    {{"project", project}, {"limit", access_codes_max}});
}

} // namespace projects
