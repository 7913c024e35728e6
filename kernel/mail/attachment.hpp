#pragma once

#include "kernel/files/files.hpp"
#include "kernel/mail/mail.hpp"

#include <string>
#include <vector>

namespace mail
{

/// A file as it goes with a message.
struct Attachment {
    std::string name; ///< « DEV-2026-0001.pdf »
    std::string type; ///< "application/pdf"
    std::string bytes;
};

inline constexpr int attachments_max = 10; ///< of one message

/// Sends a file of the workspace with a message written in this transaction. Its bytes are read
/// when the message leaves; one that was removed until then does not go.
void attach(tenancy::WorkspaceTransaction& tx, MessageId message, files::FileId file);
std::vector<files::File> attached(tenancy::WorkspaceTransaction& tx, MessageId message);

} // namespace mail
