#include "modules/pricebook/change_store.hpp"

#include <limits>

namespace pricebook
{
namespace
{

constexpr db::Table<Change> change_table{"pricebook_change"};

constexpr db::Query page_of_changes{"pricebook.changes", R"sql(
    SELECT id, version_number, item_id, item_code, item_name, field, before, after, made_by, made_at
      FROM pricebook_change
     WHERE workspace_id = :workspace AND id < :before_id ORDER BY id DESC LIMIT :limit
)sql"};

constexpr ChangeId after_every_change{std::numeric_limits<std::int64_t>::max()};

} // namespace

void ChangeStore::insert(const Change& change)
{
    tx_.insert(change_table, change);
}

std::vector<Change> ChangeStore::page(ChangeId before, int limit)
{
    return tx_.rows<Change>(
        page_of_changes, {{"before_id", before ? before : after_every_change}, {"limit", limit}});
}

} // namespace pricebook
