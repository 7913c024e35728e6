#pragma once

#include "kernel/sms/gateway.hpp"
#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>

namespace secrets
{
class Vault;
}

namespace sms
{

/// draft → (a test message left, then activate_account) active → disabled by hand.
enum class AccountState { draft, active, disabled };
BOOST_DESCRIBE_ENUM(AccountState, draft, active, disabled)

/// What a page may say of the account: no secret.
struct KnownAccount {
    Provider provider = Provider::twilio;
    std::string account; ///< empty = never set
    std::string application_key;
    bool has_secret = false;
    bool has_consumer_key = false;
    std::string sender;
    AccountState state = AccountState::draft;
    std::string last_error;
    std::optional<base::Instant> verified_at; ///< when a test left with these settings
};
/// A default one when nothing was saved.
KnownAccount account(tenancy::WorkspaceTransaction& tx);

struct AccountChange {
    Provider provider = Provider::twilio;
    std::string account;
    std::string application_key;
    std::string secret;       ///< empty = the one already kept, of the same provider
    std::string consumer_key; ///< likewise
    std::string sender;
};
/// A draft again: it must be tested before it sends. Another provider drops the secrets kept.
void save_account(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                  const AccountChange& change);

/// A message that leaves by these settings whatever their state; the job notes the outcome:
/// `verified_at`, or `last_error`. Refusal « sms.refusal.no_account ».
void test_account(tenancy::WorkspaceTransaction& tx, const std::string& to_name,
                  const std::string& to_number);

/// Refusal « sms.refusal.not_tested ».
void activate_account(tenancy::WorkspaceTransaction& tx);
/// What waits is left failed, and no page offers text messages any more.
void disable_account(tenancy::WorkspaceTransaction& tx);

} // namespace sms
