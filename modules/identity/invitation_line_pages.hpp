#pragma once

#include "kernel/auth/invitations.hpp"
#include "kernel/guard/call.hpp"
#include "modules/identity/invitation_views.hpp"

namespace identity
{

/// As the team reads it, on its own page and on that of a client.
InvitationLine invitation_line(const guard::Call& call, const auth::Invitation& invitation);

} // namespace identity
