#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/crm/portal_change.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace crm
{

/// The actor's change whose link it is. Throws base::NotFound when it is over, somebody else's, or
/// of a field that clients may not change any more.
PortalChange change_of_link(tenancy::WorkspaceTransaction& tx, std::string_view token);
/// The address counts from now on, or waits for the team. Returns the new state. The other sessions
/// of who signs in with it from now on are over. Refuses "auth.refusal.email_taken".
ChangeState confirm_address(tenancy::WorkspaceTransaction& tx, std::string_view token,
                            auth::SessionId own_session);

/// By the team. The person is told by mail. Both refuse "crm.change.refusal.settled" (409);
/// accepting also as change_my_details, and "crm.duplicate.refusal.email".
void accept_change(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, PortalChangeId id,
                   std::int64_t seen_version);
void refuse_change(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, PortalChangeId id,
                   const std::string& reason);

} // namespace crm
