#include "modules/payments/account_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/secrets/vault.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/options.hpp"
#include "modules/payments/provider_words.hpp"

#include <stdexcept>

namespace payments
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr const char* key_column = "sealed_key";
constexpr const char* secret_column = "sealed_secret";

std::string row_of(tenancy::WorkspaceId workspace, const std::string& provider)
{
    return workspace.text() + ":" + provider;
}

std::string sealed(const std::string& plain, const char* column, const std::string& row)
{
    return base::base64(
        options().vault->seal(plain, {.table = "payments_account", .column = column, .row = row}));
}

std::string opened(const std::string& value, const char* column, const std::string& row)
{
    const auto bytes = base::unbase64(value);
    auto plain = bytes ? options().vault->open(
                             *bytes, {.table = "payments_account", .column = column, .row = row})
                       : std::optional<std::string>{};
    if (!plain) throw std::runtime_error{"a secret of the payment provider does not open"};
    return *plain;
}

void save(WorkspaceTransaction& tx, const Account& account, std::string_view action)
{
    AccountStore{tx}.save(account);
    audit::append(tx, {.action = action,
                       .subject_kind = "payments_account",
                       .subject = tx.workspace().id.value,
                       .changes = {{"provider", "", title_of(account.provider)},
                                   {"mode", "", std::string{forms::enum_name(account.mode)}},
                                   {"state", "", std::string{forms::enum_name(account.state)}},
                                   {"keeps_copies", "", account.keeps_copies ? "on" : ""}}});
    events::touch(tx, "payments_account");
}

} // namespace

void save_account(WorkspaceTransaction& tx, const AccountChange& change)
{
    auto account = AccountStore{tx}.find(change.provider);
    const auto row = row_of(tx.workspace().id, account.provider);
    if (!change.key.empty()) account.sealed_key = sealed(change.key, key_column, row);
    account.mode = change.mode.value_or(account.mode);
    if (!change.secret.empty()) account.sealed_secret = sealed(change.secret, secret_column, row);
    account.state = AccountState::draft;
    account.last_error.clear();
    account.verified_at.reset();
    save(tx, account, "payments.account_saved");
}

void note_trial(WorkspaceTransaction& tx, const Account& tried,
                const std::optional<Failure>& failure)
{
    auto account = AccountStore{tx}.find(tried.provider);
    if (account.sealed_key != tried.sealed_key) return;
    account.last_error = failure ? sentence_of(*failure, tried.provider) : std::string{};
    account.verified_at = failure ? std::optional<base::Instant>{} : base::now();
    account.state = failure ? AccountState::draft : AccountState::active;
    save(tx, account, failure ? "payments.account_refused" : "payments.account_on");
}

void stop_account(WorkspaceTransaction& tx, std::string_view provider)
{
    auto account = AccountStore{tx}.find(provider);
    if (account.state != AccountState::active) return;
    account.state = AccountState::stopped;
    save(tx, account, "payments.account_off");
}

void keep_copies(WorkspaceTransaction& tx, std::string_view provider, Copies copies)
{
    auto account = AccountStore{tx}.find(provider);
    base::refuse_unless(provider == stripe && !account.sealed_key.empty(),
                        "payments.refusal.no_account");
    account.keeps_copies = copies == Copies::kept;
    save(tx, account, "payments.copies_saved");
}

std::string key_of(const Account& account, tenancy::WorkspaceId workspace)
{
    return opened(account.sealed_key, key_column, row_of(workspace, account.provider));
}

std::string secret_of(const Account& account, tenancy::WorkspaceId workspace)
{
    return opened(account.sealed_secret, secret_column, row_of(workspace, account.provider));
}

std::unique_ptr<Provider> provider_for(const Account& account, tenancy::WorkspaceId workspace)
{
    return provider_of(account.provider, {.key = key_of(account, workspace),
                                          .mode = account.mode,
                                          .keeps_copies = account.keeps_copies});
}

} // namespace payments
