#pragma once

#include "kernel/tenancy/actor.hpp"

#include <string>

namespace events
{

/// What only that member waits for, on every page that reads itself again: the count of his bell.
inline std::string own_topic(tenancy::MembershipId member)
{
    return "u:" + member.text();
}

} // namespace events
