#include "modules/einvoicing/platform_store.hpp"

namespace einvoicing
{
namespace
{

constexpr db::Query find_one{"einvoicing.platform", R"sql(
    SELECT address, token_address, client, sealed_secret, mode, state, last_error,
           verified_at, seen_until, statuses_until, asked_at
      FROM einvoicing_platform WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write_one{"einvoicing.save_platform", R"sql(
    INSERT INTO einvoicing_platform (workspace_id, address, token_address, client, sealed_secret,
                                     mode, state, last_error, verified_at, seen_until,
                                     statuses_until, asked_at)
    VALUES (:workspace, :address, :token_address, :client, :sealed_secret,
            :mode, :state, :last_error, :verified_at, :seen_until, :statuses_until, :asked_at)
    ON CONFLICT (workspace_id) DO UPDATE
       SET address = excluded.address, token_address = excluded.token_address,
           client = excluded.client, sealed_secret = excluded.sealed_secret,
           mode = excluded.mode, state = excluded.state, last_error = excluded.last_error,
           verified_at = excluded.verified_at, seen_until = excluded.seen_until,
           statuses_until = excluded.statuses_until, asked_at = excluded.asked_at
)sql"};

} // namespace

Platform PlatformStore::find()
{
    return tx_.find<Platform>(find_one).value_or(Platform{});
}

void PlatformStore::save(const Platform& platform)
{
    tx_.execute(write_one, {{"address", platform.address},
                            {"token_address", platform.token_address},
                            {"client", platform.client},
                            {"sealed_secret", platform.sealed_secret},
                            {"mode", platform.mode},
                            {"state", platform.state},
                            {"last_error", platform.last_error},
                            {"verified_at", platform.verified_at},
                            {"seen_until", platform.seen_until},
                            {"statuses_until", platform.statuses_until},
                            {"asked_at", platform.asked_at}});
}

} // namespace einvoicing
