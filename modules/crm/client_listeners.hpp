#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/identity/events.hpp"

namespace crm
{

/// `within`: gives whoever registered alone his client record.
void on_client_registered(tenancy::WorkspaceTransaction& tx,
                          const identity::ClientRegistered& fact);

/// `within`: a portal user who was invited becomes a contact of the client that invited him.
void on_invitation_accepted(tenancy::WorkspaceTransaction& tx,
                            const identity::InvitationAccepted& fact);

} // namespace crm
