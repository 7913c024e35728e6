#include "kernel/mail/mailbox.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/mailbox_store.hpp"
#include "kernel/mail/reply_key.hpp"

namespace mail
{
namespace
{

void note_change(tenancy::WorkspaceTransaction& tx, std::string_view action,
                 std::vector<audit::Change> changes = {})
{
    audit::append(tx, {.action = action, .subject_kind = "mailbox", .changes = std::move(changes)});
}

} // namespace

Mailbox mailbox(tenancy::WorkspaceTransaction& tx)
{
    return mailbox_row(tx).value_or(Mailbox{});
}

void save_mailbox(tenancy::WorkspaceTransaction& tx, std::string_view address,
                  std::string_view trusted_server)
{
    const auto before = mailbox(tx);
    auto after = before;
    after.address = address;
    after.trusted_server = trusted_server;
    if (after.address != before.address) {
        after.state = MailboxState::draft;
        after.check_id = 0;
        after.connected_at.reset();
    }
    write_mailbox(tx, after);
    note_change(tx, "mail.mailbox_saved",
                {{"address", before.address, after.address},
                 {"trusted_server", before.trusted_server, after.trusted_server}});
}

void check_mailbox(tenancy::WorkspaceTransaction& tx)
{
    auto row = mailbox(tx);
    base::refuse_unless(!row.address.empty(), "mail.refusal.no_mailbox");
    row.check_id = tx.make_id<base::Id<struct CheckTag>>().value;
    if (!row.is_connected()) row.state = MailboxState::draft;
    write_mailbox(tx, row);
    const ReplyKey key{.kind = ReplyKey::Kind::check, .subject = row.check_id, .member = {}};
    send(tx, {.to_name = tx.workspace().name,
              .to_email = keyed_address(tx.workspace(), row, key),
              .subject = i18n::t("mail.mailbox_check.subject"),
              .paragraphs = {i18n::t("mail.mailbox_check.body")},
              .quote = {},
              .button = {},
              .small_print = i18n::t("mail.mailbox_check.small_print"),
              .template_name = "mail.mailbox_check"});
}

void connect_mailbox(tenancy::WorkspaceTransaction& tx, std::int64_t check_id)
{
    auto row = mailbox(tx);
    if (row.check_id != check_id || check_id == 0) return;
    row.state = MailboxState::connected;
    row.check_id = 0;
    row.connected_at = base::now();
    write_mailbox(tx, row);
    note_change(tx, "mail.mailbox_connected");
}

void stop_mailbox(tenancy::WorkspaceTransaction& tx)
{
    auto row = mailbox_row(tx);
    if (!row) return;
    row->state = MailboxState::stopped;
    row->check_id = 0;
    write_mailbox(tx, *row);
    note_change(tx, "mail.mailbox_stopped");
}

std::string reply_address(tenancy::WorkspaceTransaction& tx, const ReplyKey& key)
{
    const auto row = mailbox(tx);
    return row.is_connected() ? keyed_address(tx.workspace(), row, key) : std::string{};
}

std::string return_path(tenancy::WorkspaceTransaction& tx, std::int64_t message,
                        std::string_view from_email)
{
    const auto row = mailbox(tx);
    const auto domain_of = [](std::string_view email) {
        return base::lower_ascii(email.substr(email.rfind('@') + 1));
    };
    if (!row.is_connected() || domain_of(row.address) != domain_of(from_email)) return {};
    return keyed_address(tx.workspace(), row,
                         {.kind = ReplyKey::Kind::bounce, .subject = message, .member = {}});
}

bool is_own_message(tenancy::WorkspaceTransaction& tx, std::string_view message_id)
{
    return !message_id.empty() && has_message_id(tx, message_id);
}

} // namespace mail
