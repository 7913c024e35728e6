#pragma once

#include "modules/crm/crm.hpp"

namespace crm
{

/// Somebody who is to sign in for a client.
struct PortalUser {
    tenancy::ClientId client;
    ContactId contact; ///< of that client, who is this person; zero = a new contact
    std::string name;
    std::string email;
    std::string user_name; ///< when there is no e-mail
};

/// Writes to him: he becomes a contact when he accepts. Throws base::NotFound for a client or a
/// contact this workspace does not hold, and the refusals of identity::invite_member.
void invite_portal_user(tenancy::WorkspaceTransaction& tx, const PortalUser& user);

/// For who has no e-mail: an account without a password, and its contact. Throws base::NotFound,
/// and the refusals of identity::add_account.
tenancy::MembershipId add_portal_account(tenancy::WorkspaceTransaction& tx, const PortalUser& user);

/// Who accepted an invitation is the contact of that address, or a new one.
void welcome_invited(tenancy::WorkspaceTransaction& tx, const NewContact& contact);

} // namespace crm
