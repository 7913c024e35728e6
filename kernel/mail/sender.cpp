#include "kernel/mail/sender.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/outbox.hpp"
#include "kernel/mail/outbox_store.hpp"
#include "kernel/mail/sealed_password.hpp"
#include "kernel/mail/sender_store.hpp"

#include <chrono>

namespace mail
{
namespace
{

constexpr auto asked_before_leaving_after = std::chrono::hours{72};

/// Which settings changed, for the audit; the password only says that it did.
void note_change(tenancy::WorkspaceTransaction& tx, std::string_view action,
                 std::vector<audit::Change> changes = {})
{
    audit::append(tx,
                  {.action = action, .subject_kind = "mail_sender", .changes = std::move(changes)});
}

std::string server_text(const SenderRow& row)
{
    return row.host.empty() ? "" : row.host + ":" + std::to_string(row.port);
}

void release_waiting(tenancy::WorkspaceTransaction& tx)
{
    const auto oldest = base::now() - asked_before_leaving_after;
    for (const auto& row : waiting_messages(tx)) {
        if (row.created_at < oldest)
            settle_message(tx, row.id, State::failed, i18n::t("mail.error.too_old"));
        else
            enqueue_delivery(tx, row.id);
    }
}

} // namespace

Sender sender(tenancy::WorkspaceTransaction& tx)
{
    auto row = sender_row(tx).value_or(SenderRow{});
    return {.host = std::move(row.host),
            .port = row.port,
            .encryption = row.encryption,
            .user_name = std::move(row.user_name),
            .has_password = !row.sealed_password.empty(),
            .from_name = std::move(row.from_name),
            .from_email = std::move(row.from_email),
            .reply_to = std::move(row.reply_to),
            .state = row.state,
            .last_error = std::move(row.last_error),
            .verified_at = row.verified_at};
}

void save_sender(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                 const SenderChange& change)
{
    auto row = sender_row(tx).value_or(SenderRow{});
    const auto before = server_text(row);
    row.host = change.host;
    row.port = change.port;
    row.encryption = change.encryption;
    row.user_name = change.user_name;
    row.from_name = change.from_name;
    row.from_email = change.from_email;
    if (!change.password.empty())
        row.sealed_password = sealed_password(vault, tx.workspace().id, change.password);
    if (change.user_name.empty()) row.sealed_password.clear();
    row.state = SenderState::draft;
    row.last_error.clear();
    row.verified_at.reset();
    write_sender(tx, row);
    note_change(tx, "mail.sender_saved",
                {{"server", before, server_text(row)},
                 {"password", "", change.password.empty() ? "" : "•••"}});
}

void test_sender(tenancy::WorkspaceTransaction& tx, const TestLetter& letter)
{
    const auto row = sender_row(tx);
    base::refuse_unless(row && !row->host.empty(), "mail.refusal.no_sender");
    note_test(tx, {}, "");
    const auto id = write_message(tx, {.to_name = letter.to_name,
                                       .to_email = letter.to_email,
                                       .subject = i18n::t("mail.test.subject"),
                                       .paragraphs = {i18n::t("mail.test.body")},
                                       .quote = {},
                                       .button = {},
                                       .small_print = i18n::t("mail.test.small_print"),
                                       .template_name = "mail.test"});
    jobs::enqueue(tx, {.kind = "mail.test_sender", .payload = id.text()});
}

void activate_sender(tenancy::WorkspaceTransaction& tx)
{
    auto row = sender_row(tx);
    base::refuse_unless(row && row->verified_at, "mail.refusal.sender_not_tested");
    row->state = SenderState::active;
    write_sender(tx, *row);
    release_waiting(tx);
    note_change(tx, "mail.sender_activated");
}

void disable_sender(tenancy::WorkspaceTransaction& tx)
{
    auto row = sender_row(tx);
    if (!row) return;
    row->state = SenderState::disabled;
    write_sender(tx, *row);
    release_waiting(tx);
    note_change(tx, "mail.sender_disabled");
}

void set_reply_to(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    auto row = sender_row(tx).value_or(SenderRow{.state = SenderState::disabled});
    row.reply_to = email;
    write_sender(tx, row);
}

} // namespace mail
