#pragma once

#include "kernel/mail/incoming.hpp"
#include "kernel/mail/mailbox.hpp"
#include "kernel/tenancy/context.hpp"

#include <optional>

/// Who wrote a message, when that is proven.
namespace mailbox
{

struct Proof {
    const mail::Incoming& incoming;
    const mail::Mailbox& mailbox;
    std::optional<mail::ReplyKey> key;
};

/// The portal user, active and with a confirmed address, whom the message proves: named by the key
/// it came to and writing from his address, or vouched for by the trusted server. Nobody else.
std::optional<tenancy::Actor> proven_sender(tenancy::Context& house, const Proof& proof);

} // namespace mailbox
