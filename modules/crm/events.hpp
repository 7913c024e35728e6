#pragma once

#include "kernel/tenancy/actor.hpp"

#include <string>

namespace crm
{

/// A client record exists.
struct ClientAdded {
    tenancy::ClientId client;
};

/// A person who registered on the portal now belongs to a client record, old or made for him.
struct PortalUserLinked {
    tenancy::ClientId client;
    tenancy::MembershipId membership;
    std::string person_name;
};

} // namespace crm
