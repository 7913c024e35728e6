#include "modules/client_entry/site_store.hpp"

namespace client_entry
{
namespace
{

constexpr db::Query list{"client_entry.sites", R"sql(
    SELECT origin FROM client_entry_site WHERE workspace_id = :workspace ORDER BY origin
)sql"};

constexpr db::Query forget{"client_entry.forget_sites", R"sql(
    DELETE FROM client_entry_site WHERE workspace_id = :workspace
)sql"};

constexpr db::Query insert{"client_entry.add_site", R"sql(
    INSERT INTO client_entry_site (workspace_id, origin, added_at) VALUES (:workspace, :origin, :now)
    ON CONFLICT (workspace_id, origin) DO NOTHING
)sql"};

} // namespace

std::vector<std::string> sites(tenancy::WorkspaceTransaction& tx)
{
    return tx.values<std::string>(list);
}

void replace_sites(tenancy::WorkspaceTransaction& tx, const std::vector<std::string>& origins)
{
    tx.execute(forget);
    for (const auto& origin : origins)
        tx.execute(insert, {{"origin", origin}, {"now", base::now()}});
}

} // namespace client_entry
