#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <vector>

namespace projects
{

using ProjectId = base::Id<struct ProjectTag>;

struct ClientAssigned {
    ProjectId project;
    tenancy::ClientId client;
};

/// From now on the client sees nothing of the project.
struct ClientUnassigned {
    ProjectId project;
    tenancy::ClientId client;
};

/// Somebody registered for a client to whom no project is assigned: he can ask nothing yet.
struct ClientWaits {
    tenancy::ClientId client;
    std::vector<tenancy::MembershipId> people; ///< who manage clients
};

} // namespace projects
