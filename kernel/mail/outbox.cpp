#include "kernel/mail/outbox.hpp"

#include "kernel/auth/logos.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/letter.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/message_sent.hpp"
#include "kernel/mail/outbox_store.hpp"
#include "kernel/mail/suspension.hpp"

#include <stdexcept>

namespace mail
{
namespace
{

constexpr std::size_t message_id_bytes = 12; // of chance, beside the id

std::string one_line(std::string_view text)
{
    auto line = base::normalise(text);
    for (const auto* const separator : {"\n", "\t", "\u2028", "\u2029", "\u0085"})
        line = base::replace_all(std::move(line), separator, " ");
    return base::trim(line);
}

void check_address(const std::string& email)
{
    forms::Email read;
    const bool is_wrong =
        forms::FieldType<forms::Email>::read({std::string_view{email}}, read).has_value();
    if (is_wrong || email.find_first_of("\r\n\t ") != email.npos)
        throw std::invalid_argument("mail to something that is not one address");
}

std::string new_message_id(MessageId id)
{
    return id.text() + "." + base::hex(base::random_bytes(message_id_bytes)) + "@" + host_name();
}

OutboxRow row_of(MessageId id, const NewMessage& message, const Brand& brand, State state)
{
    check_address(message.to_email);
    return {.id = id,
            .to_name = one_line(message.to_name),
            .to_email = message.to_email,
            .subject = one_line(message.subject),
            .html = html_part(message, brand),
            .text = text_part(message, brand),
            .template_name = message.template_name,
            .is_secret = message.is_secret,
            .by_platform = message.by_platform,
            .message_id = new_message_id(id),
            .reply_to = message.reply_to,
            .state = state,
            .last_error = {},
            .created_at = base::now(),
            .sent_at = {}};
}

jobs::NewJob delivery_of(MessageId id)
{
    return {.kind = "mail.deliver", .payload = id.text(), .dedupe = id.text()};
}

Brand brand_of(const tenancy::Workspace& workspace)
{
    Brand brand{
        .name = workspace.name, .hue = workspace.brand_hue, .chroma = workspace.brand_chroma};
    const auto logo = auth::logo_of(workspace.id);
    if (logo != 0)
        brand.logo =
            absolute_url("/p/" + workspace.slug + "/icone/192.png?v=" + std::to_string(logo));
    return brand;
}

std::vector<StoredMessage> stored(std::vector<OutboxRow> rows)
{
    std::vector<StoredMessage> messages;
    for (auto& row : rows)
        messages.push_back({.id = row.id,
                            .to_name = std::move(row.to_name),
                            .to_email = std::move(row.to_email),
                            .subject = std::move(row.subject),
                            .html = std::move(row.html),
                            .text = std::move(row.text),
                            .template_name = std::move(row.template_name),
                            .is_secret = row.is_secret,
                            .state = row.state,
                            .last_error = std::move(row.last_error),
                            .created_at = row.created_at,
                            .sent_at = row.sent_at});
    return messages;
}

} // namespace

MessageId write_message(tenancy::WorkspaceTransaction& tx, const NewMessage& message)
{
    const auto id = tx.make_id<MessageId>();
    insert_message(tx, row_of(id, message, brand_of(tx.workspace()), State::waiting));
    return id;
}

void enqueue_delivery(tenancy::WorkspaceTransaction& tx, MessageId id)
{
    jobs::enqueue(tx, delivery_of(id));
}

MessageId send(tenancy::WorkspaceTransaction& tx, const NewMessage& message)
{
    const auto id = write_message(tx, message);
    if (!tx.workspace().is_demonstration) {
        enqueue_delivery(tx, id);
        return id;
    }
    settle_message(tx, id, State::local, "");
    if (!message.by_platform)
        events::publish(tx, MessageSent{id, message.to_email, one_line(message.subject)});
    return id;
}

MessageId send(tenancy::PlatformTransaction& tx, const NewMessage& message)
{
    const Brand brand{.name = i18n::t("mail.letter.platform")};
    const auto id = tx.make_id<MessageId>();
    auto row = row_of(id, message, brand, State::waiting);
    row.by_platform = true;
    insert_message(tx, row);
    jobs::enqueue(tx, delivery_of(id));
    return id;
}

void send_again(tenancy::WorkspaceTransaction& tx, MessageId id)
{
    const auto row = message_by_id(tx, id);
    if (!row) throw base::NotFound{};
    base::refuse_unless(row->state == State::failed, "mail.refusal.not_failed");
    if (is_suspended(tx, row->to_email)) resume_address(tx, row->to_email);
    settle_message(tx, id, State::waiting, "");
    enqueue_delivery(tx, id);
}

std::vector<StoredMessage> recent(tenancy::WorkspaceTransaction& tx)
{
    return stored(recent_messages(tx));
}

std::vector<StoredMessage> recent(tenancy::PlatformTransaction& tx)
{
    return stored(recent_messages(tx));
}

std::vector<StoredMessage> recent_of_accounts(tenancy::PlatformTransaction& tx)
{
    return stored(recent_account_messages(tx));
}

} // namespace mail
