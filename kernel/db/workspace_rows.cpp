#include "kernel/db/workspace_rows.hpp"

#include "kernel/db/migration_plan.hpp"

#include <algorithm>

namespace db
{

std::vector<std::string> workspace_tables(std::span<const base::EmbeddedFile> migrations,
                                          Engine engine)
{
    const auto plan = plan_migrations(migrations, engine);
    TableKinds kinds; // a later migration may have made a log of a table
    for (const auto& migration : plan)
        for (const auto& [table, kind] : migration.declared)
            kinds[table] = kind;
    std::vector<std::string> tables;
    for (const auto& migration : plan) {
        std::vector<std::pair<std::size_t, std::string>> created;
        for (const auto& [table, kind] : migration.declared)
            if (kinds[table] == TableKind::Shared || kinds[table] == TableKind::Business)
                created.emplace_back(migration.sql.find("CREATE TABLE " + table), table);
        std::ranges::sort(created);
        for (auto& [at, table] : created)
            tables.push_back(std::move(table));
    }
    std::ranges::reverse(tables);
    return tables;
}

std::int64_t erase_rows(Transaction& tx, const std::string& table)
{
    const auto sql = "DELETE FROM " + table + " WHERE workspace_id = :workspace";
    return tx.execute({"db.erase_rows", sql});
}

} // namespace db
