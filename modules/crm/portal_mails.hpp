#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/portal_change.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// To the new address, its link; to the old one, that somebody asked.
void mail_confirm_address(tenancy::WorkspaceTransaction& tx, const PortalChange& change,
                          std::string_view token);
/// To the address that was the account's until now.
void mail_address_changed(tenancy::WorkspaceTransaction& tx, const PortalChange& change);
/// To who asked: accepted, or refused and why.
void mail_settled(tenancy::WorkspaceTransaction& tx, const PortalChange& change);

} // namespace crm
