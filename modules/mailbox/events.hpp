#pragma once

#include "kernel/base/ids.hpp"

namespace mailbox
{

using ReceivedId = base::Id<struct ReceivedTag>;

/// Somebody of the team must say whose message it is.
struct MailWaits {
    ReceivedId received;
};

/// It was added to a ticket, made one, or was rejected.
struct MailSettled {
    ReceivedId received;
};

} // namespace mailbox
