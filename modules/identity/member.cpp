#include "modules/identity/member.hpp"

namespace identity
{

bool may_touch_role(const tenancy::Actor& actor, std::string_view role)
{
    return role != "owner" || actor.role == "owner" || actor.is_system();
}

bool may_set_policy(const tenancy::Actor& actor, const presets::Role& role,
                    presets::TwoFactor policy)
{
    if (policy >= role.two_factor) return true;
    return role.code == "admin" && actor.role == "owner" &&
           policy >= presets::TwoFactor::recommended;
}

bool is_last_holder(const LastHolder& holder)
{
    return holder.role == holder.top_role && holder.active_holders <= 1;
}

} // namespace identity
