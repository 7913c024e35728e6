#include "kernel/guard/form_key_store.hpp"

namespace guard
{
namespace
{

constexpr db::Query insert_key{"guard.insert_form_key", R"sql(
    INSERT INTO form_key (workspace_id, form_key, at, location) VALUES (:workspace, :key, :at, '')
)sql"};

constexpr db::Query find_location{"guard.find_form_key_location", R"sql(
    SELECT location FROM form_key WHERE workspace_id = :workspace AND form_key = :key
)sql"};

constexpr db::Query set_location{"guard.set_form_key_location", R"sql(
    UPDATE form_key SET location = :location WHERE workspace_id = :workspace AND form_key = :key
)sql"};

constexpr db::Query forget{"guard.forget_form_keys", R"sql(
    -- all workspaces: housekeeping
    DELETE FROM form_key WHERE (workspace_id, form_key) IN (
        SELECT workspace_id, form_key FROM form_key WHERE at < :before LIMIT 1000)
)sql"};

} // namespace

void take_form_key(tenancy::WorkspaceTransaction& tx, std::string_view key)
{
    tx.execute(insert_key, {{"key", key}, {"at", base::real_now()}});
}

void take_form_key(tenancy::PlatformTransaction& tx, std::string_view key)
{
    tx.execute(insert_key,
               {{"workspace", tenancy::WorkspaceId{}}, {"key", key}, {"at", base::real_now()}});
}

std::optional<std::string> form_key_location(tenancy::PlatformTransaction& tx,
                                             tenancy::WorkspaceId workspace, std::string_view key)
{
    return tx.value<std::string>(find_location, {{"workspace", workspace}, {"key", key}});
}

void set_form_key_location(tenancy::PlatformTransaction& tx, tenancy::WorkspaceId workspace,
                           std::string_view key, std::string_view location)
{
    tx.execute(set_location, {{"workspace", workspace}, {"key", key}, {"location", location}});
}

std::int64_t forget_form_keys(tenancy::PlatformTransaction& tx, base::Instant before)
{
    return tx.execute(forget, {{"before", before}});
}

} // namespace guard
