#include "modules/identity/member.hpp"

namespace identity
{

bool may_touch_role(const tenancy::Actor& actor, std::string_view role)
{
    return role != "owner" || actor.role == "owner" || actor.is_system();
}

bool is_last_holder(const LastHolder& holder)
{
    return holder.role == holder.top_role && holder.active_holders <= 1;
}

} // namespace identity
