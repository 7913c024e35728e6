#include "kernel/sms/account.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/sms/account_store.hpp"
#include "kernel/sms/message_store.hpp"
#include "kernel/sms/outbox.hpp"

namespace sms
{
namespace
{

/// Which settings changed, for the audit; a secret only says that it did.
void note_change(tenancy::WorkspaceTransaction& tx, std::string_view action,
                 std::vector<audit::Change> changes = {})
{
    audit::append(tx,
                  {.action = action, .subject_kind = "sms_account", .changes = std::move(changes)});
}

std::string text_of(const AccountRow& row)
{
    if (row.account.empty()) return {};
    return std::string{forms::enum_name(row.provider)} + " " + row.account + " · " + row.sender;
}

std::string hidden(const std::string& secret)
{
    return secret.empty() ? "" : "•••";
}

} // namespace

KnownAccount account(tenancy::WorkspaceTransaction& tx)
{
    auto row = account_row(tx).value_or(AccountRow{});
    return {.provider = row.provider,
            .account = std::move(row.account),
            .application_key = std::move(row.application_key),
            .has_secret = !row.sealed_secret.empty(),
            .has_consumer_key = !row.sealed_consumer_key.empty(),
            .sender = std::move(row.sender),
            .state = row.state,
            .last_error = std::move(row.last_error),
            .verified_at = row.verified_at};
}

void save_account(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                  const AccountChange& change)
{
    auto row = account_row(tx).value_or(AccountRow{});
    const auto before = text_of(row);
    const auto workspace = tx.workspace().id;
    if (row.provider != change.provider) {
        row.sealed_secret.clear();
        row.sealed_consumer_key.clear();
    }
    row.provider = change.provider;
    row.account = change.account;
    row.application_key = change.application_key;
    row.sender = change.sender;
    if (!change.secret.empty())
        row.sealed_secret = sealed(vault, workspace, "sealed_secret", change.secret);
    if (!change.consumer_key.empty())
        row.sealed_consumer_key =
            sealed(vault, workspace, "sealed_consumer_key", change.consumer_key);
    row.state = AccountState::draft;
    row.last_error.clear();
    row.verified_at.reset();
    write_account(tx, row);
    fail_waiting(tx, i18n::t("sms.error.no_account"));
    note_change(tx, "sms.account_saved",
                {{"account", before, text_of(row)},
                 {"secret", "", hidden(change.secret + change.consumer_key)}});
}

void test_account(tenancy::WorkspaceTransaction& tx, const std::string& to_name,
                  const std::string& to_number)
{
    const auto row = account_row(tx);
    base::refuse_unless(row && !row->account.empty(), "sms.refusal.no_account");
    note_test(tx, {}, "");
    const auto id =
        write_message(tx, {.to_name = to_name,
                           .to_number = to_number,
                           .words = i18n::t("sms.test.words", {{"business", tx.workspace().name}}),
                           .link = {},
                           .event = "sms.test"});
    jobs::enqueue(tx, {.kind = "sms.test_account", .payload = id.text()});
}

void activate_account(tenancy::WorkspaceTransaction& tx)
{
    auto row = account_row(tx);
    base::refuse_unless(row && row->verified_at, "sms.refusal.not_tested");
    row->state = AccountState::active;
    write_account(tx, *row);
    note_change(tx, "sms.account_activated");
}

void disable_account(tenancy::WorkspaceTransaction& tx)
{
    auto row = account_row(tx);
    if (!row) return;
    row->state = AccountState::disabled;
    write_account(tx, *row);
    fail_waiting(tx, i18n::t("sms.error.no_account"));
    note_change(tx, "sms.account_disabled");
}

} // namespace sms
