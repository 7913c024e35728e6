#pragma once

#include "kernel/sms/account.hpp"

#include <boost/describe/class.hpp>

#include <string_view>

namespace sms
{

struct AccountRow {
    Provider provider = Provider::twilio;
    std::string account;
    std::string application_key;
    std::string sealed_secret;       ///< base64; empty = none
    std::string sealed_consumer_key; ///< likewise
    std::string sender;
    AccountState state = AccountState::draft;
    std::string last_error;
    std::optional<base::Instant> verified_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (provider, account, application_key, sealed_secret, sealed_consumer_key,
                       sender, state, last_error, verified_at))

std::optional<AccountRow> account_row(tenancy::WorkspaceTransaction& tx);
/// Makes it or replaces it.
void write_account(tenancy::WorkspaceTransaction& tx, const AccountRow& row);
/// A test left or did not; by the settings that are there now.
void note_test(tenancy::WorkspaceTransaction& tx, std::optional<base::Instant> verified_at,
               std::string_view error);
/// The provider refuses the account, or takes it again (empty).
void note_error(tenancy::WorkspaceTransaction& tx, std::string_view error);

/// As the database keeps it: base64 of what the vault sealed for that column of that workspace.
std::string sealed(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                   std::string_view column, std::string_view plain);
/// With the secrets open. Throws std::runtime_error when one does not open.
Account opened(const secrets::Vault& vault, tenancy::WorkspaceId workspace, const AccountRow& row);

} // namespace sms
