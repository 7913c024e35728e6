#include "modules/payments/account_store.hpp"

namespace payments
{
namespace
{

constexpr db::Query find_one{"payments.account", R"sql(
    SELECT provider, sealed_key, sealed_secret, mode, state, last_error, verified_at, keeps_copies
      FROM payments_account WHERE workspace_id = :workspace AND provider = :provider
)sql"};

constexpr db::Query write_one{"payments.save_account", R"sql(
    INSERT INTO payments_account (workspace_id, provider, sealed_key, sealed_secret, mode, state,
                                  last_error, verified_at, keeps_copies)
    VALUES (:workspace, :provider, :sealed_key, :sealed_secret, :mode, :state, :last_error,
            :verified_at, :keeps_copies)
    ON CONFLICT (workspace_id, provider) DO UPDATE
       SET sealed_key = excluded.sealed_key, sealed_secret = excluded.sealed_secret,
           mode = excluded.mode, state = excluded.state, last_error = excluded.last_error,
           verified_at = excluded.verified_at, keeps_copies = excluded.keeps_copies
)sql"};

} // namespace

Account AccountStore::find(std::string_view provider)
{
    return tx_.find<Account>(find_one, {{"provider", provider}})
        .value_or(Account{.provider = std::string{provider}});
}

void AccountStore::save(const Account& account)
{
    tx_.execute(write_one, {{"provider", account.provider},
                            {"sealed_key", account.sealed_key},
                            {"sealed_secret", account.sealed_secret},
                            {"mode", account.mode},
                            {"state", account.state},
                            {"last_error", account.last_error},
                            {"verified_at", account.verified_at},
                            {"keeps_copies", account.keeps_copies}});
}

} // namespace payments
