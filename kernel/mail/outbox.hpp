#pragma once

#include "kernel/mail/mail.hpp"

namespace mail
{

/// A waiting message without any delivery: its caller sees to that.
MessageId write_message(tenancy::WorkspaceTransaction& tx, const NewMessage& message);
/// At most one live delivery a message.
void enqueue_delivery(tenancy::WorkspaceTransaction& tx, MessageId id);

} // namespace mail
