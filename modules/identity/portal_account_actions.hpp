#pragma once

#include "kernel/auth/memberships.hpp"

#include <string>

namespace identity
{

/// An account of a client. Throws NotFound for a member of the team too.
auth::MemberDetail portal_account(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

/// For an account without e-mail: the secret text of a link by which its holder chooses a password,
/// once, within an hour; known only now. Earlier links are dead. Refusal
/// « identity.refusal.has_email »: who has one asks for it himself.
std::string give_reset_link(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

} // namespace identity
