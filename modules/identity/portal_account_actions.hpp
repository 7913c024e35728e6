#pragma once

#include "kernel/auth/memberships.hpp"

#include <string>

namespace identity
{

/// An account of a client. Throws NotFound for a member of the team too.
auth::MemberDetail portal_account(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

/// For an account without e-mail: the secret text of a link by which its holder chooses a password,
/// once; known only now. Earlier links are dead. The first one, which opens the account, is valid
/// seven days (activation_actions.hpp); a later one an hour (password_actions.hpp). Refusal
/// « identity.refusal.has_email »: who has one asks for it himself.
struct GivenLink {
    std::string token;
    bool opens_account = false;
};
GivenLink give_link(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

} // namespace identity
