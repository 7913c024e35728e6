#pragma once

#include "kernel/mail/mail.hpp"

#include <string>

namespace mail
{

/// A message of the workspace has left, or stays in « Boîte d'envoi » where no mail leaves.
/// Published once a message, whoever wrote it, but for what the platform sends about an account.
struct MessageSent {
    MessageId message;
    std::string to_email;
    std::string subject;
};

} // namespace mail
