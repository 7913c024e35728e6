#pragma once

#include "kernel/tenancy/actor.hpp"

#include <string>
#include <vector>

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

/// What a client did to his own record: he changed it, he asks the team to; or nothing he asked
/// waits any more.
enum class DetailsNews { changed, waiting, settled };
struct ClientDetailsChanged {
    tenancy::ClientId client;
    std::vector<tenancy::MembershipId> people; ///< who manage clients
    DetailsNews news = DetailsNews::changed;
};

} // namespace crm
