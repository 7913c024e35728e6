#pragma once

#include "kernel/auth/auth.hpp"

#include <string>
#include <string_view>

namespace auth
{

/// Puts somebody without name, e-mail or password in the place of a member, so that what he did
/// stays his and says nothing of him, and closes the account. Returns who he was.
tenancy::PersonId anonymise(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId membership,
                            const std::string& name);
/// Deletes the invitations sent to that address.
void forget_invitations(tenancy::WorkspaceTransaction& tx, std::string_view email);
/// Whether he is a member of any workspace, active or not.
bool belongs_somewhere(tenancy::PlatformTransaction& tx, tenancy::PersonId person);

/// Whether he is a member of another workspace than that one.
bool belongs_elsewhere(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                       tenancy::WorkspaceId workspace);
/// Deletes what he agreed to for that workspace.
void forget_consents(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                     tenancy::WorkspaceId workspace);

} // namespace auth
