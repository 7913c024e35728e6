#pragma once

#include "kernel/mail/incoming.hpp"
#include "kernel/mail/mailbox.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Mail that comes in for a workspace, whichever module it is for.
namespace mail
{

/// A message as a mail server hands it over.
struct Post {
    std::string_view bytes;          ///< RFC 5322
    std::string to;                  ///< of the envelope; may be empty: the headers say it then
    std::optional<std::string> from; ///< of the envelope; empty text = a bounce
};

/// What the mail server is told: the message was kept (whatever became of it), is none, has no
/// mailbox here, or must come again later.
enum class Taken { kept, unreadable, no_mailbox, later };

/// A message that was read; nothing was written yet.
struct Arrival {
    const Incoming& incoming;
    const Post& post;
    const Mailbox& mailbox;
    std::optional<ReplyKey> key; ///< of the address it came to

    /// Somebody's server says that a message did not arrive.
    bool is_bounce() const;
};

/// What a module does with a message that is for it. Outside any transaction.
using Taker = Taken (*)(tenancy::Context& house, const Arrival& arrival);
/// Once at start, before any thread, by the module that knows what such a key names; again replaces
/// (tests).
void take_with(ReplyKey::Kind kind, Taker taker);
/// The same for what carries no key.
void take_rest_with(Taker taker);

/// Takes a message for that workspace: a test message connects its mailbox, a report suspends the
/// address it is about, the rest goes to the module of its key.
Taken deliver(tenancy::Context& house, const Post& post);

} // namespace mail
