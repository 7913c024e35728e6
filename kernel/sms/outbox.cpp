#include "kernel/sms/outbox.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/sms/account_store.hpp"
#include "kernel/sms/message_store.hpp"
#include "kernel/sms/number.hpp"
#include "kernel/sms/words.hpp"

#include <stdexcept>

namespace sms
{
namespace
{

void enqueue_delivery(tenancy::WorkspaceTransaction& tx, MessageId id)
{
    jobs::enqueue(tx, {.kind = "sms.deliver", .payload = id.text(), .dedupe = id.text()});
}

} // namespace

bool is_open(tenancy::WorkspaceTransaction& tx)
{
    if (!tx.workspace().modules.contains(module_name)) return false;
    const auto row = account_row(tx);
    return row && row->state == AccountState::active;
}

MessageId write_message(tenancy::WorkspaceTransaction& tx, const NewMessage& message)
{
    if (international(message.to_number, "") != message.to_number)
        throw std::invalid_argument("a text message to what is no number");
    const auto id = tx.make_id<MessageId>();
    insert_message(tx, {.id = id,
                        .membership_id = message.to ? std::optional{message.to} : std::nullopt,
                        .to_name = message.to_name,
                        .to_number = message.to_number,
                        .words = with_link(message.words, message.link),
                        .event = message.event,
                        .state = State::waiting,
                        .begun_at = {},
                        .last_error = {},
                        .created_at = base::now()});
    return id;
}

std::optional<MessageId> send(tenancy::WorkspaceTransaction& tx, const NewMessage& message)
{
    if (!is_open(tx) || is_stopped(tx, message.to_number)) return {};
    const auto id = write_message(tx, message);
    enqueue_delivery(tx, id);
    return id;
}

void send_again(tenancy::WorkspaceTransaction& tx, MessageId id)
{
    const auto row = message_by_id(tx, id);
    if (!row || row->to_number.empty()) throw base::NotFound{};
    base::refuse_unless(row->state == State::failed, "sms.refusal.not_failed");
    base::refuse_unless(is_open(tx), "sms.refusal.no_account");
    settle_message(tx, id, State::waiting, "");
    enqueue_delivery(tx, id);
}

} // namespace sms
