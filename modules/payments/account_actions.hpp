#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/account.hpp"

#include <optional>
#include <string>

namespace payments
{

struct AccountChange {
    std::string provider = stripe;
    std::string key;            ///< empty = the one already kept
    std::string secret;         ///< of notices; empty = the one already kept
    std::optional<Mode> mode{}; ///< of the key; nothing = as it was
};
/// A draft again: its key must answer before clients see a button.
void save_account(tenancy::WorkspaceTransaction& tx, const AccountChange& change);
/// What came of trying the key of `tried`; nothing when another was saved meanwhile.
void note_trial(tenancy::WorkspaceTransaction& tx, const Account& tried,
                const std::optional<Failure>& failure);
void stop_account(tenancy::WorkspaceTransaction& tx, std::string_view provider);

enum class Copies { none, kept };
/// Whether Stripe keeps a copy of what is paid from now on. Audited as "payments.copies_saved".
/// Refuses "payments.refusal.no_account".
void keep_copies(tenancy::WorkspaceTransaction& tx, std::string_view provider, Copies copies);

/// Secrets as they are used. Each throws std::runtime_error when it does not open.
std::string key_of(const Account& account, tenancy::WorkspaceId workspace);
std::string secret_of(const Account& account, tenancy::WorkspaceId workspace);
/// The provider of an account with its key open.
std::unique_ptr<Provider> provider_for(const Account& account, tenancy::WorkspaceId workspace);

} // namespace payments
