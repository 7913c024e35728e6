#include "modules/notifications/sender_actions.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/auth/roles.hpp"

namespace notifications
{

std::vector<tenancy::MembershipId> administrators(tenancy::WorkspaceTransaction& tx)
{
    const auto role = auth::top_role(presets::find(tx.workspace().preset));
    std::vector<tenancy::MembershipId> people;
    for (const auto& one : auth::active_staff(tx))
        if (one.role == role) people.push_back(one.id);
    return people;
}

std::vector<tenancy::MembershipId> who_sent(tenancy::WorkspaceTransaction& tx,
                                            tenancy::MembershipId sender)
{
    const auto member = auth::member(tx, sender);
    if (member && member->status == auth::MembershipStatus::active) return {sender};
    return administrators(tx);
}

} // namespace notifications
