#include "modules/progress/sheet_search_store.hpp"

#include "kernel/search/search.hpp"

namespace progress
{
namespace
{

constexpr db::Query sheet_hits{"progress.hits", R"sql(
    SELECT s.id, s.identifier, p.name AS title, '' AS client_name, NULL AS last_published_at
      FROM progress_sheet s
      JOIN projects_published_project p ON p.workspace_id = s.workspace_id AND p.id = s.project_id
     WHERE s.workspace_id = :workspace AND s.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query next_sheets{"progress.next_ids", R"sql(
    SELECT id FROM progress_sheet WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<SheetRow> SheetSearchStore::hits(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<SheetRow>(sheet_hits, search::id_binds(ids));
}

std::vector<std::int64_t> SheetSearchStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_sheets, {{"after", after}, {"limit", limit}});
}

} // namespace progress
