#pragma once

#include "kernel/mail/mailbox.hpp"
#include "kernel/secrets/vault.hpp"

#include <string>

namespace mail
{

/// Who signs. Once at start, before any thread; again replaces (tests).
void sign_replies_with(const secrets::Vault& vault);

/// The mailbox's address with the key in it, whatever its state.
std::string keyed_address(const tenancy::Workspace& workspace, const Mailbox& mailbox,
                          const ReplyKey& key);

} // namespace mail
