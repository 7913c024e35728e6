#pragma once

#include "kernel/mail/mailbox.hpp"

#include <optional>

namespace mail
{

std::optional<Mailbox> mailbox_row(tenancy::WorkspaceTransaction& tx);
/// Makes it or replaces it.
void write_mailbox(tenancy::WorkspaceTransaction& tx, const Mailbox& mailbox);
bool has_message_id(tenancy::WorkspaceTransaction& tx, std::string_view message_id);

} // namespace mail
