#include "kernel/guard/form_key_store.hpp"

namespace guard
{
namespace
{

constexpr db::Query insert_key{"guard.insert_form_key", R"sql(
    INSERT INTO form_key (workspace_id, form_key, at, kept_until, location)
    VALUES (:workspace, :key, :at, :kept_until, '')
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
        SELECT workspace_id, form_key FROM form_key WHERE kept_until < :now LIMIT 1000)
)sql"};

} // namespace

void take_form_key(tenancy::WorkspaceTransaction& tx, std::string_view key,
                   std::chrono::hours kept_for)
{
    const auto now = base::real_now();
    tx.execute(insert_key, {{"key", key}, {"at", now}, {"kept_until", now + kept_for}});
}

void take_form_key(tenancy::PlatformTransaction& tx, std::string_view key,
                   std::chrono::hours kept_for)
{
    const auto now = base::real_now();
    tx.execute(insert_key, {{"workspace", tenancy::WorkspaceId{}},
                            {"key", key},
                            {"at", now},
                            {"kept_until", now + kept_for}});
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

std::int64_t forget_form_keys(tenancy::PlatformTransaction& tx, base::Instant now)
{
    return tx.execute(forget, {{"now", now}});
}

} // namespace guard
