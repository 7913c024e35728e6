#include "kernel/auth/actors.hpp"

#include "kernel/auth/memberships.hpp"

namespace auth
{

std::optional<tenancy::Actor> actor_of(tenancy::Context& house, tenancy::MembershipId id)
{
    using Found = std::optional<MemberDetail>;
    const auto found = house.read([&](tenancy::WorkspaceTransaction& tx) -> Found {
        if (!member(tx, id)) return {};
        return member_detail(tx, id);
    });
    if (!found || found->status != MembershipStatus::active) return {};
    tenancy::Actor actor{.person = found->person,
                         .membership = found->id,
                         .side = found->side,
                         .name = found->name,
                         .email = found->email,
                         .role = found->role,
                         .client = found->client,
                         .rights = {}};
    actor.rights = tenancy::Platform{house.database()}.read([&](tenancy::PlatformTransaction& tx) {
        return rights_of(tx, house.workspace(), actor.role);
    });
    return actor;
}

} // namespace auth
