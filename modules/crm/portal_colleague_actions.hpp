#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/portal_field.hpp"

#include <string>
#include <vector>

namespace crm
{

/// Invitations of one client that wait, at most, for one more to be sent from the portal.
inline constexpr std::size_t invitations_waiting_max = 10;

/// Somebody who signs in for the same client, or is invited to.
struct Colleague {
    std::string name;
    std::string email; ///< empty for an account with a user name
    bool is_oneself = false;
    bool is_invited = false; ///< did not come in yet
};
struct Colleagues {
    std::vector<Colleague> people;
    bool may_invite = false;
};
/// Of the actor's client. Throws base::NotFound unless the workspace lets its clients see them.
Colleagues my_colleagues(tenancy::WorkspaceTransaction& tx);

/// Throws base::NotFound unless the workspace lets its clients invite. Refuses
/// "crm.colleague.refusal.known" for who has an access, "crm.colleague.refusal.ask_team" for who is
/// known for another client, and "crm.colleague.refusal.too_many".
void invite_colleague(tenancy::WorkspaceTransaction& tx, const std::string& name,
                      const std::string& email);

} // namespace crm
