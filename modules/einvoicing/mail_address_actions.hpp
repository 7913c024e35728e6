#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>

/// The address that suppliers write to: of the workspace's mailbox, with a signed key in it.
namespace einvoicing
{

/// « factures+…@entreprise.example »; empty while there is none, or no mailbox is connected.
std::string mail_address(tenancy::WorkspaceTransaction& tx);
/// A new one: what is sent to the one there was goes back to its sender. Refuses
/// "einvoicing.refusal.no_mailbox" while none is connected.
void make_mail_address(tenancy::WorkspaceTransaction& tx);
/// Nothing comes by e-mail any more.
void close_mail_address(tenancy::WorkspaceTransaction& tx);
/// Whether that is the number of the address there is now.
bool is_mail_address(tenancy::WorkspaceTransaction& tx, std::int64_t number);

} // namespace einvoicing
