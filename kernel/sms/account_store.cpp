#include "kernel/sms/account_store.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/vault.hpp"

#include <stdexcept>

namespace sms
{
namespace
{

constexpr std::size_t error_length_max = 300; // characters of a provider's words kept

constexpr db::Query find{"sms.account", R"sql(
    SELECT provider, account, application_key, sealed_secret, sealed_consumer_key, sender, state, last_error,
           verified_at
      FROM sms_account WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write{"sms.write_account", R"sql(
    INSERT INTO sms_account (workspace_id, provider, account, application_key, sealed_secret, sealed_consumer_key,
                             sender, state, last_error, verified_at)
    VALUES (:workspace, :provider, :account, :application_key, :sealed_secret, :sealed_consumer_key,
            :sender, :state, :last_error, :verified_at)
    ON CONFLICT (workspace_id) DO UPDATE
       SET provider = excluded.provider, account = excluded.account, application_key = excluded.application_key,
           sealed_secret = excluded.sealed_secret, sealed_consumer_key = excluded.sealed_consumer_key,
           sender = excluded.sender, state = excluded.state, last_error = excluded.last_error,
           verified_at = excluded.verified_at
)sql"};

constexpr db::Query note{"sms.note_test", R"sql(
    UPDATE sms_account SET verified_at = :verified_at, last_error = :error WHERE workspace_id = :workspace
)sql"};

constexpr db::Query note_words{"sms.note_error", R"sql(
    UPDATE sms_account SET last_error = :error WHERE workspace_id = :workspace AND last_error <> :error
)sql"};

secrets::Place place_of(const std::string& workspace, std::string_view column)
{
    return {.table = "sms_account", .column = column, .row = workspace};
}

std::string open_one(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                     std::string_view column, const std::string& kept)
{
    if (kept.empty()) return {};
    const auto bytes = base::unbase64(kept);
    const auto plain = bytes ? vault.open(*bytes, place_of(workspace.text(), column))
                             : std::optional<std::string>{};
    if (!plain) throw std::runtime_error("a secret of the SMS account does not open");
    return *plain;
}

} // namespace

std::optional<AccountRow> account_row(tenancy::WorkspaceTransaction& tx)
{
    return tx.find<AccountRow>(find);
}

void write_account(tenancy::WorkspaceTransaction& tx, const AccountRow& row)
{
    tx.execute(write, {{"provider", row.provider},
                       {"account", row.account},
                       {"application_key", row.application_key},
                       {"sealed_secret", row.sealed_secret},
                       {"sealed_consumer_key", row.sealed_consumer_key},
                       {"sender", row.sender},
                       {"state", row.state},
                       {"last_error", row.last_error},
                       {"verified_at", row.verified_at}});
}

void note_test(tenancy::WorkspaceTransaction& tx, std::optional<base::Instant> verified_at,
               std::string_view error)
{
    tx.execute(note,
               {{"verified_at", verified_at}, {"error", base::shorten(error, error_length_max)}});
}

void note_error(tenancy::WorkspaceTransaction& tx, std::string_view error)
{
    tx.execute(note_words, {{"error", base::shorten(error, error_length_max)}});
}

std::string sealed(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                   std::string_view column, std::string_view plain)
{
    return base::base64(vault.seal(plain, place_of(workspace.text(), column)));
}

Account opened(const secrets::Vault& vault, tenancy::WorkspaceId workspace, const AccountRow& row)
{
    return {.provider = row.provider,
            .account = row.account,
            .application_key = row.application_key,
            .secret = open_one(vault, workspace, "sealed_secret", row.sealed_secret),
            .consumer_key =
                open_one(vault, workspace, "sealed_consumer_key", row.sealed_consumer_key),
            .sender = row.sender};
}

} // namespace sms
