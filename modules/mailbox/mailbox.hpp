#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kernel
{
class Module;
}

/// Front door of mailbox: mail that comes in.
namespace mailbox
{

void describe(kernel::Module& module);

/// A message as a mail server hands it over.
struct Post {
    std::string_view bytes;          ///< RFC 5322
    std::string to;                  ///< of the envelope; may be empty: the headers say it then
    std::optional<std::string> from; ///< of the envelope; empty text = a bounce
};

/// What the mail server is told: the message was kept (whatever became of it), is none, has no
/// mailbox here, or must come again later.
enum class Taken { kept, unreadable, no_mailbox, later };

/// Takes a message for that workspace. It becomes an answer or a ticket of the person it proves,
/// waits for the team, or is ignored; twice is once.
Taken deliver(tenancy::Context& house, const Post& post);

/// Deletes what was settled more than 90 days ago, at most 1 000 at a time; how many.
std::int64_t forget_old(tenancy::WorkspaceTransaction& tx);

} // namespace mailbox
